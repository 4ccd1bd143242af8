<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Briefing</name>
    <message>
      <source>About Briefing</source>
      <translation>Über Briefing</translation>
    </message>
    <message>
      <source>Who said what, and how confirmed it is. Free under the MIT licence; the parts of others lie beside it, each with its own licence. Nothing leaves this machine, and no newer version is looked for unless you ask.</source>
      <translation>Wer was gesagt hat, und wie bestätigt es ist. Frei unter der MIT-Lizenz; was von anderen stammt, liegt mit seiner eigenen Lizenz daneben. Nichts verlässt diesen Rechner, und nach einer neueren Version wird nur gesehen, wenn Sie es wünschen.</translation>
    </message>
    <message>
      <source>Look for a newer version</source>
      <translation>Nach einer neueren Version sehen</translation>
    </message>
    <message>
      <source>Show its page</source>
      <translation>Ihre Seite zeigen</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Es wird nachgesehen …</translation>
    </message>
    <message>
      <source>This copy does not know where newer ones are published.</source>
      <translation>Diese Kopie weiß nicht, wo neuere veröffentlicht werden.</translation>
    </message>
    <message>
      <source>Briefing {version}</source>
      <translation>Briefing {version}</translation>
    </message>
    <message>
      <source>Change annotations</source>
      <translation>Anmerkungen ändern</translation>
    </message>
    <message>
      <source>Remove annotations</source>
      <translation>Anmerkungen entfernen</translation>
    </message>
    <message>
      <source>Search by form…</source>
      <translation>Mit Formular suchen …</translation>
    </message>
    <message>
      <source>Search by words, people, statuses, tags, outlet and dates.</source>
      <translation>Nach Wörtern, Personen, Status, Schlagwörtern, Medium und Datum suchen.</translation>
    </message>
    <message>
      <source>All annotations</source>
      <translation>Alle Anmerkungen</translation>
    </message>
    <message>
      <source>List the notes and highlights of all articles.</source>
      <translation>Die Notizen und Markierungen aller Artikel auflisten.</translation>
    </message>
    <message>
      <source>This is its article: select the words that are meant, then “Place here” again.</source>
      <translation>Dies ist der Artikel: Wählen Sie die gemeinten Wörter aus, dann noch einmal „Hierher setzen“.</translation>
    </message>
    <message>
      <source>Select the words of the article that are meant first.</source>
      <translation>Wählen Sie zuerst die gemeinten Wörter im Artikel aus.</translation>
    </message>
    <message>
      <source>Place annotation</source>
      <translation>Anmerkung setzen</translation>
    </message>
    <message numerus="yes">
      <source>Delete the %n thing(s) in the bin for good, with all that you wrote on them, from every backup, too? This cannot be undone.</source>
      <translation>
        <numerusform>Soll, was im Papierkorb liegt (%n Eintrag), mit allem, was Sie dazu geschrieben haben, endgültig gelöscht werden, auch aus jeder Sicherung? Das lässt sich nicht zurücknehmen.</numerusform>
        <numerusform>Soll, was im Papierkorb liegt (%n Einträge), mit allem, was Sie dazu geschrieben haben, endgültig gelöscht werden, auch aus jeder Sicherung? Das lässt sich nicht zurücknehmen.</numerusform>
      </translation>
    </message>
    <message>
      <source>Take out of bin</source>
      <translation>Aus dem Papierkorb nehmen</translation>
    </message>
    <message>
      <source>Empty bin</source>
      <translation>Papierkorb leeren</translation>
    </message>
    <message>
      <source>Bin</source>
      <translation>Papierkorb</translation>
    </message>
    <message>
      <source>Show all that was deleted, to take it out again or to delete it for good.</source>
      <translation>Zeigt alles, was gelöscht wurde, um es zurückzuholen oder endgültig zu löschen.</translation>
    </message>
    <message>
      <source>Empty bin…</source>
      <translation>Papierkorb leeren …</translation>
    </message>
    <message>
      <source>Delete for good what lies in the bin.</source>
      <translation>Endgültig löschen, was im Papierkorb liegt.</translation>
    </message>
    <message>
      <source>The bin is empty.</source>
      <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
      <source>Add to brief</source>
      <translation>Ins Dossier</translation>
    </message>
    <message>
      <source>Show it</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>New brief</source>
      <translation>Neues Dossier</translation>
    </message>
    <message>
      <source>Put the chosen claim or note, else the selected articles, into the brief you work on.</source>
      <translation>Die gewählte Aussage oder Notiz, sonst die ausgewählten Artikel, in das Dossier legen, an dem Sie arbeiten.</translation>
    </message>
    <message>
      <source>Briefs</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <source>Compose a brief of what you chose of one article or many.</source>
      <translation>Ein Dossier aus dem zusammenstellen, was Sie aus einem oder vielen Artikeln gewählt haben.</translation>
    </message>
    <message>
      <source>Choose a claim, a note, or articles of the library first.</source>
      <translation>Wählen Sie zuerst eine Aussage, eine Notiz oder Artikel der Bibliothek.</translation>
    </message>
    <message>
      <source>Added to the brief “{title}”.</source>
      <translation>In das Dossier „{title}“ gelegt.</translation>
    </message>
    <message>
      <source>Brief of {day}</source>
      <translation>Dossier vom {day}</translation>
    </message>
    <message>
      <source>That is in the brief “{title}” already.</source>
      <translation>Das steht schon im Dossier „{title}“.</translation>
    </message>
    <message>
      <source>Move brief to bin</source>
      <translation>Dossier in den Papierkorb legen</translation>
    </message>
    <message>
      <source>The claim is copied, with: who said it, status, {parts}.</source>
      <translation>Die Aussage ist kopiert, mit: Quelle, Status, {parts}.</translation>
    </message>
    <message>
      <source>Next claim</source>
      <translation>Nächste Aussage</translation>
    </message>
    <message>
      <source>Go to the next claim.</source>
      <translation>Zur nächsten Aussage gehen.</translation>
    </message>
    <message>
      <source>Previous claim</source>
      <translation>Vorige Aussage</translation>
    </message>
    <message>
      <source>Go to the claim before.</source>
      <translation>Zur vorigen Aussage gehen.</translation>
    </message>
    <message>
      <source>Next unconfirmed claim</source>
      <translation>Nächste unbestätigte Aussage</translation>
    </message>
    <message>
      <source>Go to the next claim that nobody confirmed.</source>
      <translation>Zur nächsten Aussage gehen, die niemand bestätigt hat.</translation>
    </message>
    <message>
      <source>Show evidence</source>
      <translation>Belege zeigen</translation>
    </message>
    <message>
      <source>Light up the words behind the status.</source>
      <translation>Die Wörter hervorheben, aus denen der Status folgt.</translation>
    </message>
    <message>
      <source>Change status…</source>
      <translation>Status ändern …</translation>
    </message>
    <message>
      <source>Give the claim a status of your own.</source>
      <translation>Der Aussage einen eigenen Status geben.</translation>
    </message>
    <message>
      <source>Note on claim</source>
      <translation>Notiz zur Aussage</translation>
    </message>
    <message>
      <source>Write a note on the chosen claim.</source>
      <translation>Eine Notiz zur gewählten Aussage schreiben.</translation>
    </message>
    <message>
      <source>Dismiss or restore claim</source>
      <translation>Aussage verwerfen oder zurückholen</translation>
    </message>
    <message>
      <source>Say that this is no claim, or that it is one.</source>
      <translation>Sagen, dass dies keine Aussage ist, oder doch eine.</translation>
    </message>
    <message>
      <source>Follow link</source>
      <translation>Verknüpfung folgen</translation>
    </message>
    <message>
      <source>Go to the claim that this one repeats, confirms or denies, or that does so to it.</source>
      <translation>Zu der Aussage gehen, die diese wiederholt, bestätigt oder bestreitet oder von der sie es wird.</translation>
    </message>
    <message>
      <source>Accept status</source>
      <translation>Status annehmen</translation>
    </message>
    <message>
      <source>Say that the status is right, in your own word, and go to the next claim.</source>
      <translation>Mit eigenem Wort sagen, dass der Status stimmt, und zur nächsten Aussage gehen.</translation>
    </message>
    <message>
      <source>Make this a claim</source>
      <translation>Zur Aussage machen</translation>
    </message>
    <message>
      <source>Make the selected words a claim of your own.</source>
      <translation>Die ausgewählten Wörter zu einer eigenen Aussage machen.</translation>
    </message>
    <message>
      <source>Attribute to…</source>
      <translation>Zuschreiben …</translation>
    </message>
    <message>
      <source>Make the selected words a claim and say who said it.</source>
      <translation>Die ausgewählten Wörter zu einer Aussage machen und sagen, von wem sie stammt.</translation>
    </message>
    <message>
      <source>Correct source…</source>
      <translation>Quelle berichtigen …</translation>
    </message>
    <message>
      <source>Say who really said it.</source>
      <translation>Sagen, wer es wirklich gesagt hat.</translation>
    </message>
    <message>
      <source>Disputed by…</source>
      <translation>Bestritten von …</translation>
    </message>
    <message>
      <source>Say who disputes it, and by which claim of the article.</source>
      <translation>Sagen, wer es bestreitet, und mit welcher Aussage des Artikels.</translation>
    </message>
    <message>
      <source>Rate source…</source>
      <translation>Quelle bewerten …</translation>
    </message>
    <message>
      <source>Rate source and information, A to F and 1 to 6.</source>
      <translation>Quelle und Information bewerten, A bis F und 1 bis 6.</translation>
    </message>
    <message>
      <source>Sourcing profile</source>
      <translation>Quellenprofil</translation>
    </message>
    <message>
      <source>See on whose word the article rests, and what to ask next.</source>
      <translation>Sehen, auf wessen Wort der Artikel beruht und was noch zu fragen ist.</translation>
    </message>
    <message>
      <source>Copy claim with citation</source>
      <translation>Aussage mit Beleg kopieren</translation>
    </message>
    <message>
      <source>Copy the chosen claim with who said it, its status and what is known of the article.</source>
      <translation>Die gewählte Aussage kopieren, mit ihrer Quelle, ihrem Status und dem, was über den Artikel bekannt ist.</translation>
    </message>
    <message>
      <source>Who is who</source>
      <translation>Wer ist wer</translation>
    </message>
    <message>
      <source>Merge actors that are one, rename or split them.</source>
      <translation>Akteure zusammenführen, die eins sind, umbenennen oder trennen.</translation>
    </message>
    <message>
      <source>Analyse again</source>
      <translation>Neu analysieren</translation>
    </message>
    <message>
      <source>Analyse the open article anew.</source>
      <translation>Den geöffneten Artikel noch einmal analysieren.</translation>
    </message>
    <message>
      <source>Stop opening and analysing</source>
      <translation>Öffnen und Analysieren abbrechen</translation>
    </message>
    <message>
      <source>Close the note, or give up what is being opened or analysed.</source>
      <translation>Die Notiz schließen oder aufgeben, was gerade geöffnet oder analysiert wird.</translation>
    </message>
    <message>
      <source>Select the words that are claimed first.</source>
      <translation>Wählen Sie zuerst die Wörter aus, die behauptet werden.</translation>
    </message>
    <message>
      <source>Claim</source>
      <translation>Aussage</translation>
    </message>
    <message>
      <source>Attribute</source>
      <translation>Zuschreiben</translation>
    </message>
    <message>
      <source>Let it be the selected words</source>
      <translation>Die ausgewählten Wörter nehmen</translation>
    </message>
    <message>
      <source>Say that the chosen claim is made in the selected words.</source>
      <translation>Sagen, dass die gewählte Aussage in den ausgewählten Wörtern steht.</translation>
    </message>
    <message>
      <source>End a word later</source>
      <translation>Ein Wort später enden</translation>
    </message>
    <message>
      <source>Extend the chosen claim by a word at its end (Shift+Right in the list of claims).</source>
      <translation>Die gewählte Aussage am Ende um ein Wort verlängern (Umschalt+Rechts in der Aussagenliste).</translation>
    </message>
    <message>
      <source>End a word earlier</source>
      <translation>Ein Wort früher enden</translation>
    </message>
    <message>
      <source>Shrink the chosen claim by a word at its end (Shift+Left in the list of claims).</source>
      <translation>Die gewählte Aussage am Ende um ein Wort kürzen (Umschalt+Links in der Aussagenliste).</translation>
    </message>
    <message>
      <source>Begin a word earlier</source>
      <translation>Ein Wort früher beginnen</translation>
    </message>
    <message>
      <source>Extend the chosen claim by a word at its beginning (Shift+Up in the list of claims).</source>
      <translation>Die gewählte Aussage am Anfang um ein Wort verlängern (Umschalt+Hoch in der Aussagenliste).</translation>
    </message>
    <message>
      <source>Begin a word later</source>
      <translation>Ein Wort später beginnen</translation>
    </message>
    <message>
      <source>Shrink the chosen claim by a word at its beginning (Shift+Down in the list of claims).</source>
      <translation>Die gewählte Aussage am Anfang um ein Wort kürzen (Umschalt+Runter in der Aussagenliste).</translation>
    </message>
    <message>
      <source>Words as found</source>
      <translation>Wörter wie gefunden</translation>
    </message>
    <message>
      <source>Go back to the words that the analysis found.</source>
      <translation>Zu den Wörtern zurückkehren, die die Analyse gefunden hat.</translation>
    </message>
    <message>
      <source>Choose a claim first, then select the words that it is made in.</source>
      <translation>Wählen Sie zuerst eine Aussage, dann die Wörter, in denen sie steht.</translation>
    </message>
    <message>
      <source>Choose a claim first: click it, or press {next_claim}.</source>
      <translation>Wählen Sie zuerst eine Aussage: mit einem Klick oder mit {next_claim}.</translation>
    </message>
    <message>
      <source>Compare judgements</source>
      <translation>Urteile vergleichen</translation>
    </message>
    <message>
      <source>See how far you and colleagues at the desk agree on the claims of this story.</source>
      <translation>Sehen, wie weit Sie und andere in der Redaktion bei den Behauptungen dieser Geschichte übereinstimmen.</translation>
    </message>
    <message>
      <source>Take the word of {name}</source>
      <translation>Wort von {name} übernehmen</translation>
    </message>
    <message>
      <source>Merge actors</source>
      <translation>Akteure zusammenführen</translation>
    </message>
    <message>
      <source>Merge its source with…</source>
      <translation>Ihre Quelle zusammenführen mit …</translation>
    </message>
    <message>
      <source>Say that who makes the chosen claim is one with another actor of the article.</source>
      <translation>Sagen, dass die Quelle der gewählten Aussage und ein anderer Akteur des Artikels eins sind.</translation>
    </message>
    <message>
      <source>Who else said it</source>
      <translation>Wer es noch gesagt hat</translation>
    </message>
    <message>
      <source>Find claims of any article that say much the same as the chosen one.</source>
      <translation>Aussagen aus allen Artikeln finden, die etwa dasselbe sagen wie die gewählte.</translation>
    </message>
    <message>
      <source>What means the same</source>
      <translation>Was dasselbe bedeutet</translation>
    </message>
    <message>
      <source>Find what any article says that means the chosen claim, or what you type, in other words.</source>
      <translation>Finden, was irgendein Artikel in anderen Worten sagt und dasselbe bedeutet wie die gewählte Aussage oder was Sie eingeben.</translation>
    </message>
    <message>
      <source>All that its source says</source>
      <translation>Alles, was ihre Quelle sagt</translation>
    </message>
    <message>
      <source>Find what the source of the chosen claim says in any article.</source>
      <translation>Finden, was die Quelle der gewählten Aussage in allen Artikeln sagt.</translation>
    </message>
    <message>
      <source>The article names no other actor.</source>
      <translation>Der Artikel nennt keinen anderen Akteur.</translation>
    </message>
    <message>
      <source>“{name}” is the same as</source>
      <translation>„{name}“ ist derselbe Akteur wie</translation>
    </message>
    <message>
      <source>Nobody is named as the source; {source} says who said it.</source>
      <translation>Niemand ist als Quelle genannt; mit {source} sagen Sie, wer es gesagt hat.</translation>
    </message>
    <message>
      <source>Take a collection along</source>
      <translation>Sammlung mitnehmen</translation>
    </message>
    <message>
      <source>Collection</source>
      <translation>Sammlung</translation>
    </message>
    <message>
      <source>all colleagues</source>
      <translation>allen anderen</translation>
    </message>
    <message>
      <source>nobody else</source>
      <translation>niemandem sonst</translation>
    </message>
    <message>
      <source>Whose words</source>
      <translation>Wessen Worte</translation>
    </message>
    <message>
      <source>Show, beside my own words, those of</source>
      <translation>Neben meinen eigenen Worten zeigen, die von</translation>
    </message>
    <message>
      <source>Join a desk…</source>
      <translation>Einer Redaktion beitreten …</translation>
    </message>
    <message>
      <source>Work in a library that a newsroom shares on its server.</source>
      <translation>In einer Bibliothek arbeiten, die eine Redaktion auf ihrem Server teilt.</translation>
    </message>
    <message>
      <source>My own library</source>
      <translation>Meine eigene Bibliothek</translation>
    </message>
    <message>
      <source>Go back from the desk's library to your own.</source>
      <translation>Von der Bibliothek der Redaktion zu Ihrer eigenen zurückkehren.</translation>
    </message>
    <message>
      <source>Take a collection along…</source>
      <translation>Sammlung mitnehmen …</translation>
    </message>
    <message>
      <source>Copy a collection of the desk to this machine, to work on it without the server.</source>
      <translation>Eine Sammlung der Redaktion auf diesen Rechner kopieren, um ohne den Server daran zu arbeiten.</translation>
    </message>
    <message>
      <source>Whose words…</source>
      <translation>Wessen Worte …</translation>
    </message>
    <message>
      <source>See what all at the desk wrote, what you wrote alone, or what one colleague did.</source>
      <translation>Sehen, was alle in der Redaktion geschrieben haben, nur Sie selbst oder jemand anderes.</translation>
    </message>
    <message>
      <source>Put what you want to take along into a collection first.</source>
      <translation>Legen Sie zuerst in eine Sammlung, was Sie mitnehmen wollen.</translation>
    </message>
    <message>
      <source>Copying “{name}”…</source>
      <translation>„{name}“ wird kopiert …</translation>
    </message>
    <message>
      <source>Shown beside your own words: those of {whose}.</source>
      <translation>Neben Ihren eigenen Worten werden die gezeigt von: {whose}.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Take back the last change.</source>
      <translation>Die letzte Änderung zurücknehmen.</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Make the undone change again.</source>
      <translation>Die zurückgenommene Änderung noch einmal machen.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Copy the selected words.</source>
      <translation>Die ausgewählten Wörter kopieren.</translation>
    </message>
    <message>
      <source>Search the library</source>
      <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
      <source>Go to the search of the library.</source>
      <translation>Zur Suche der Bibliothek gehen.</translation>
    </message>
    <message>
      <source>Filter claims</source>
      <translation>Aussagen filtern</translation>
    </message>
    <message>
      <source>Go to the filter of the claims.</source>
      <translation>Zum Filter der Aussagen gehen.</translation>
    </message>
    <message>
      <source>Export brief</source>
      <translation>Dossier exportieren</translation>
    </message>
    <message>
      <source>Export brief…</source>
      <translation>Dossier exportieren …</translation>
    </message>
    <message>
      <source>Write the annotated brief.</source>
      <translation>Das kommentierte Dossier schreiben.</translation>
    </message>
    <message>
      <source>House style…</source>
      <translation>Hausstil …</translation>
    </message>
    <message>
      <source>Give all briefs a logo, colours and a face.</source>
      <translation>Allen Dossiers ein Logo, Farben und eine Schrift geben.</translation>
    </message>
    <message>
      <source>Move article to bin</source>
      <translation>Artikel in den Papierkorb</translation>
    </message>
    <message>
      <source>Take the open article out of the list.</source>
      <translation>Den geöffneten Artikel aus der Liste nehmen.</translation>
    </message>
    <message>
      <source>Close window</source>
      <translation>Fenster schließen</translation>
    </message>
    <message>
      <source>Close this window; Briefing ends with the last one.</source>
      <translation>Dieses Fenster schließen; mit dem letzten endet Briefing.</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>End Briefing; everything is saved.</source>
      <translation>Briefing beenden; alles ist gespeichert.</translation>
    </message>
    <message>
      <source>{names} is there already. Replace it?</source>
      <translation>{names} gibt es schon. Ersetzen?</translation>
    </message>
    <message>
      <source>“{title}” is in the bin.</source>
      <translation>„{title}“ liegt im Papierkorb.</translation>
    </message>
    <message>
      <source>nobody who is named</source>
      <translation>niemand, der genannt ist</translation>
    </message>
    <message>
      <source>Find…</source>
      <translation>Suchen …</translation>
    </message>
    <message>
      <source>Find words in the article.</source>
      <translation>Wörter im Artikel finden.</translation>
    </message>
    <message>
      <source>Find next</source>
      <translation>Weitersuchen</translation>
    </message>
    <message>
      <source>Go to the next hit.</source>
      <translation>Zum nächsten Treffer gehen.</translation>
    </message>
    <message>
      <source>Find previous</source>
      <translation>Rückwärts suchen</translation>
    </message>
    <message>
      <source>Go to the hit before.</source>
      <translation>Zum vorigen Treffer gehen.</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>Gliederung</translation>
    </message>
    <message>
      <source>Go to a section of the article.</source>
      <translation>Zu einem Abschnitt des Artikels gehen.</translation>
    </message>
    <message>
      <source>Focus on who says this</source>
      <translation>Nur wer dies sagt</translation>
    </message>
    <message>
      <source>Dim all but the claims of whoever makes the chosen one; once more shows all.</source>
      <translation>Alles außer den Aussagen dessen abblenden, von dem die gewählte stammt; noch einmal zeigt alles.</translation>
    </message>
    <message>
      <source>Focus on this status</source>
      <translation>Nur dieser Status</translation>
    </message>
    <message>
      <source>Dim all but the claims with the status of the chosen one; once more shows all.</source>
      <translation>Alles außer den Aussagen mit dem Status der gewählten abblenden; noch einmal zeigt alles.</translation>
    </message>
    <message>
      <source>Only claims that are “{status}” are bright.</source>
      <translation>Nur Aussagen mit dem Status „{status}“ sind hell.</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alles zeigen</translation>
    </message>
    <message>
      <source>Only what {name} says is bright.</source>
      <translation>Nur was {name} sagt, ist hell.</translation>
    </message>
    <message>
      <source>Manual</source>
      <translation>Handbuch</translation>
    </message>
    <message>
      <source>Read how Briefing works, at the page about where you are.</source>
      <translation>Lesen, wie Briefing arbeitet, auf der Seite zu dem, wo Sie sind.</translation>
    </message>
    <message>
      <source>Tour</source>
      <translation>Rundgang</translation>
    </message>
    <message>
      <source>See on the sample article, step by step, what Briefing does.</source>
      <translation>Am Musterartikel Schritt für Schritt sehen, was Briefing tut.</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>Befehlspalette</translation>
    </message>
    <message>
      <source>Find any command by typing.</source>
      <translation>Jeden Befehl durch Tippen finden.</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <source>Show every command with its key.</source>
      <translation>Jeden Befehl mit seiner Taste zeigen.</translation>
    </message>
    <message>
      <source>Change keys…</source>
      <translation>Tasten ändern …</translation>
    </message>
    <message>
      <source>Give any command another key.</source>
      <translation>Jedem Befehl eine andere Taste geben.</translation>
    </message>
    <message>
      <source>See which version this is, and look for a newer one.</source>
      <translation>Sehen, welche Version dies ist, und nach einer neueren suchen.</translation>
    </message>
    <message>
      <source>Open articles</source>
      <translation>Artikel öffnen</translation>
    </message>
    <message>
      <source>Import files</source>
      <translation>Dateien importieren</translation>
    </message>
    <message>
      <source>Import folder</source>
      <translation>Ordner importieren</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>Öffnen …</translation>
    </message>
    <message>
      <source>Open articles from files.</source>
      <translation>Artikel aus Dateien öffnen.</translation>
    </message>
    <message>
      <source>Open web address…</source>
      <translation>Webadresse öffnen …</translation>
    </message>
    <message>
      <source>Fetch an article, or choose from a feed.</source>
      <translation>Einen Artikel abrufen oder aus einem Feed wählen.</translation>
    </message>
    <message>
      <source>Open from clipboard</source>
      <translation>Aus der Zwischenablage öffnen</translation>
    </message>
    <message>
      <source>Open the copied text, page or web address.</source>
      <translation>Den kopierten Text, die Seite oder die Webadresse öffnen.</translation>
    </message>
    <message>
      <source>Import files…</source>
      <translation>Dateien importieren …</translation>
    </message>
    <message>
      <source>Take many files into the library while you go on reading.</source>
      <translation>Viele Dateien in die Bibliothek aufnehmen, während Sie weiterlesen.</translation>
    </message>
    <message>
      <source>Import folder…</source>
      <translation>Ordner importieren …</translation>
    </message>
    <message>
      <source>Take all articles of a folder into the library.</source>
      <translation>Alle Artikel eines Ordners in die Bibliothek aufnehmen.</translation>
    </message>
    <message>
      <source>Watched folder…</source>
      <translation>Beobachteter Ordner …</translation>
    </message>
    <message>
      <source>Have all that comes into a folder imported by itself.</source>
      <translation>Alles, was in einen Ordner kommt, von selbst importieren lassen.</translation>
    </message>
    <message>
      <source>Fetch again</source>
      <translation>Neu abrufen</translation>
    </message>
    <message>
      <source>Fetch the page of the open article again; a changed text becomes its next version.</source>
      <translation>Die Seite des geöffneten Artikels noch einmal abrufen; ein geänderter Text wird seine nächste Fassung.</translation>
    </message>
    <message>
      <source>Watch its page</source>
      <translation>Seine Seite beobachten</translation>
    </message>
    <message>
      <source>Fetch the page of the open article again every few hours, and tell when it changes.</source>
      <translation>Die Seite des geöffneten Artikels alle paar Stunden noch einmal holen und melden, wenn sie sich ändert.</translation>
    </message>
    <message>
      <source>Article details…</source>
      <translation>Angaben zum Artikel …</translation>
    </message>
    <message>
      <source>See and correct title, byline, outlet, dates, address and language.</source>
      <translation>Titel, Verfasser, Medium, Daten, Adresse und Sprache sehen und berichtigen.</translation>
    </message>
    <message>
      <source>Open the sample article</source>
      <translation>Musterartikel öffnen</translation>
    </message>
    <message>
      <source>Open the article to try things on.</source>
      <translation>Den Artikel zum Ausprobieren öffnen.</translation>
    </message>
    <message>
      <source>No folder is watched any more; what was imported stays.</source>
      <translation>Es wird kein Ordner mehr beobachtet; was importiert wurde, bleibt.</translation>
    </message>
    <message>
      <source>The clipboard holds no text to open.</source>
      <translation>Die Zwischenablage enthält keinen Text zum Öffnen.</translation>
    </message>
    <message>
      <source>Show list</source>
      <translation>Liste zeigen</translation>
    </message>
    <message>
      <source>What comes into “{name}” is imported from now on.</source>
      <translation>Was nach „{name}“ kommt, wird von jetzt an importiert.</translation>
    </message>
    <message>
      <source>“{title}” can be read now.</source>
      <translation>„{title}“ kann jetzt gelesen werden.</translation>
    </message>
    <message>
      <source>“{title}” offers articles to choose from.</source>
      <translation>„{title}“ bietet Artikel zur Auswahl an.</translation>
    </message>
    <message>
      <source>Library (*.briefing)</source>
      <translation>Bibliothek (*.briefing)</translation>
    </message>
    <message>
      <source>Libraries and annotations (*.briefing *.jsonld *.json)</source>
      <translation>Bibliotheken und Anmerkungen (*.briefing *.jsonld *.json)</translation>
    </message>
    <message>
      <source>Export library</source>
      <translation>Bibliothek exportieren</translation>
    </message>
    <message>
      <source>Take in</source>
      <translation>Aufnehmen</translation>
    </message>
    <message>
      <source>Export library…</source>
      <translation>Bibliothek exportieren …</translation>
    </message>
    <message>
      <source>Write all articles with all that you wrote to one file.</source>
      <translation>Alle Artikel mit allem, was Sie geschrieben haben, in eine Datei schreiben.</translation>
    </message>
    <message>
      <source>Import library or annotations…</source>
      <translation>Bibliothek oder Anmerkungen importieren …</translation>
    </message>
    <message>
      <source>Merge a .briefing file, or annotations of Hypothesis, into the library.</source>
      <translation>Eine .briefing-Datei oder Anmerkungen aus Hypothesis in die Bibliothek aufnehmen.</translation>
    </message>
    <message>
      <source>Back up library now</source>
      <translation>Bibliothek jetzt sichern</translation>
    </message>
    <message>
      <source>Make a backup beside the daily ones.</source>
      <translation>Eine Sicherung neben den täglichen anlegen.</translation>
    </message>
    <message>
      <source>Restore a backup…</source>
      <translation>Sicherung zurückspielen …</translation>
    </message>
    <message>
      <source>Let the library be what it was on another day.</source>
      <translation>Die Bibliothek wieder so sein lassen wie an einem anderen Tag.</translation>
    </message>
    <message>
      <source>Show the backups</source>
      <translation>Die Sicherungen zeigen</translation>
    </message>
    <message>
      <source>Writing “{name}”…</source>
      <translation>„{name}“ wird geschrieben …</translation>
    </message>
    <message>
      <source>New collection</source>
      <translation>Neue Sammlung</translation>
    </message>
    <message>
      <source>Name of the collection</source>
      <translation>Name der Sammlung</translation>
    </message>
    <message>
      <source>Put into collection</source>
      <translation>In Sammlung legen</translation>
    </message>
    <message>
      <source>Tag articles</source>
      <translation>Artikel verschlagworten</translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) are in the bin.</source>
      <translation>
        <numerusform>%n Artikel liegt im Papierkorb.</numerusform>
        <numerusform>%n Artikel liegen im Papierkorb.</numerusform>
      </translation>
    </message>
    <message>
      <source>Save search</source>
      <translation>Suche speichern</translation>
    </message>
    <message>
      <source>Name of the search</source>
      <translation>Name der Suche</translation>
    </message>
    <message>
      <source>Rename collection</source>
      <translation>Sammlung umbenennen</translation>
    </message>
    <message>
      <source>New collection…</source>
      <translation>Neue Sammlung …</translation>
    </message>
    <message>
      <source>Make a collection, within the chosen one if one is chosen.</source>
      <translation>Eine Sammlung anlegen, innerhalb der gewählten, wenn eine gewählt ist.</translation>
    </message>
    <message>
      <source>Put into collection…</source>
      <translation>In Sammlung legen …</translation>
    </message>
    <message>
      <source>Put the selected articles into a collection.</source>
      <translation>Die ausgewählten Artikel in eine Sammlung legen.</translation>
    </message>
    <message>
      <source>Tag articles…</source>
      <translation>Artikel verschlagworten …</translation>
    </message>
    <message>
      <source>Give the selected articles a tag.</source>
      <translation>Den ausgewählten Artikeln ein Schlagwort geben.</translation>
    </message>
    <message>
      <source>Mark as read or unread</source>
      <translation>Als gelesen oder ungelesen kennzeichnen</translation>
    </message>
    <message>
      <source>Say that the selected articles are read, or that they are not.</source>
      <translation>Sagen, dass die ausgewählten Artikel gelesen sind oder nicht.</translation>
    </message>
    <message>
      <source>Move selected to bin, or back</source>
      <translation>Auswahl in den Papierkorb oder zurück</translation>
    </message>
    <message>
      <source>Put the selected articles into the bin, or take them out of it.</source>
      <translation>Die ausgewählten Artikel in den Papierkorb legen oder wieder herausnehmen.</translation>
    </message>
    <message>
      <source>Save search…</source>
      <translation>Suche speichern …</translation>
    </message>
    <message>
      <source>Keep what is searched for under a name.</source>
      <translation>Das Gesuchte unter einem Namen behalten.</translation>
    </message>
    <message>
      <source>Select articles in the library first.</source>
      <translation>Wählen Sie zuerst Artikel in der Bibliothek aus.</translation>
    </message>
    <message>
      <source>Mark as unread</source>
      <translation>Als ungelesen kennzeichnen</translation>
    </message>
    <message>
      <source>Mark as read</source>
      <translation>Als gelesen kennzeichnen</translation>
    </message>
    <message>
      <source>Move to bin</source>
      <translation>In den Papierkorb legen</translation>
    </message>
    <message>
      <source>Type something to search for first.</source>
      <translation>Geben Sie zuerst etwas ein, das gesucht werden soll.</translation>
    </message>
    <message>
      <source>Take out of this collection</source>
      <translation>Aus dieser Sammlung nehmen</translation>
    </message>
    <message>
      <source>Take this tag off</source>
      <translation>Dieses Schlagwort abnehmen</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Umbenennen …</translation>
    </message>
    <message>
      <source>Remove collection</source>
      <translation>Sammlung entfernen</translation>
    </message>
    <message>
      <source>Remove search</source>
      <translation>Suche entfernen</translation>
    </message>
    <message>
      <source>Take out of collection</source>
      <translation>Aus Sammlung nehmen</translation>
    </message>
    <message>
      <source>Take tag off</source>
      <translation>Schlagwort abnehmen</translation>
    </message>
    <message>
      <source>What is selected lies in the bin already; “Empty bin” deletes it for good.</source>
      <translation>Das Ausgewählte liegt schon im Papierkorb; „Papierkorb leeren“ löscht es endgültig.</translation>
    </message>
    <message>
      <source>Of the shelves only collections and saved searches can be removed.</source>
      <translation>Von den Fächern lassen sich nur Sammlungen und gespeicherte Suchen entfernen.</translation>
    </message>
    <message>
      <source>Open link</source>
      <translation>Link öffnen</translation>
    </message>
    <message>
      <source>Show the page that the selected words, or those at the cursor, lead to in your browser.</source>
      <translation>Die Seite, zu der die markierten Wörter oder die am Cursor führen, im Browser zeigen.</translation>
    </message>
    <message>
      <source>No link stands here: words that lead elsewhere are underlined with dashes.</source>
      <translation>Hier steht kein Link: Wörter, die anderswohin führen, sind gestrichelt unterstrichen.</translation>
    </message>
    <message>
      <source>The words are copied, with: {parts}.</source>
      <translation>Die Worte sind kopiert, mit: {parts}.</translation>
    </message>
    <message>
      <source>Select some words of the article first.</source>
      <translation>Wählen Sie zuerst Wörter des Artikels aus.</translation>
    </message>
    <message>
      <source>Change colour</source>
      <translation>Farbe ändern</translation>
    </message>
    <message>
      <source>Keep note to myself</source>
      <translation>Notiz für mich behalten</translation>
    </message>
    <message>
      <source>Share note</source>
      <translation>Notiz teilen</translation>
    </message>
    <message>
      <source>Highlight</source>
      <translation>Markieren</translation>
    </message>
    <message>
      <source>Highlight the selected words.</source>
      <translation>Die ausgewählten Wörter markieren.</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>Write a note on the selected words or the chosen highlight.</source>
      <translation>Eine Notiz zu den ausgewählten Wörtern oder der gewählten Markierung schreiben.</translation>
    </message>
    <message>
      <source>Tag…</source>
      <translation>Schlagwort …</translation>
    </message>
    <message>
      <source>Give the selected words or the chosen highlight tags of your own.</source>
      <translation>Den ausgewählten Wörtern oder der gewählten Markierung eigene Schlagwörter geben.</translation>
    </message>
    <message>
      <source>Copy with citation</source>
      <translation>Mit Beleg kopieren</translation>
    </message>
    <message>
      <source>Copy the selected words with what is known of their article and place: title, date, paragraph.</source>
      <translation>Kopiert die ausgewählten Wörter mit dem, was über Artikel und Stelle bekannt ist: Titel, Datum, Absatz.</translation>
    </message>
    <message>
      <source>Remove highlight</source>
      <translation>Markierung entfernen</translation>
    </message>
    <message>
      <source>Remove the chosen highlight with its note.</source>
      <translation>Die gewählte Markierung mit ihrer Notiz entfernen.</translation>
    </message>
    <message>
      <source>Cite</source>
      <translation>Zitieren</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Go to the article read before.</source>
      <translation>Zum zuvor gelesenen Artikel gehen.</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>Vor</translation>
    </message>
    <message>
      <source>Go on to the article read after.</source>
      <translation>Zum danach gelesenen Artikel gehen.</translation>
    </message>
    <message>
      <source>Show original</source>
      <translation>Original zeigen</translation>
    </message>
    <message>
      <source>Show the pages of a PDF beside its text; once more shows the text alone.</source>
      <translation>Zeigt die Seiten eines PDFs neben seinem Text; noch einmal zeigt den Text allein.</translation>
    </message>
    <message>
      <source>No printer is set up on this computer; {export} writes the brief as a PDF.</source>
      <translation>Auf diesem Rechner ist kein Drucker eingerichtet; {export} schreibt das Dossier als PDF.</translation>
    </message>
    <message>
      <source>The pages are being made…</source>
      <translation>Die Seiten werden gesetzt …</translation>
    </message>
    <message>
      <source>Printing…</source>
      <translation>Es wird gedruckt …</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Print brief…</source>
      <translation>Dossier drucken …</translation>
    </message>
    <message>
      <source>Print the annotated brief on paper.</source>
      <translation>Das kommentierte Dossier auf Papier drucken.</translation>
    </message>
    <message>
      <source>A brief is still being printed.</source>
      <translation>Ein Dossier wird noch gedruckt.</translation>
    </message>
    <message>
      <source>The brief went to the printer.</source>
      <translation>Das Dossier ist beim Drucker.</translation>
    </message>
    <message>
      <source>Printing was stopped.</source>
      <translation>Das Drucken wurde angehalten.</translation>
    </message>
    <message>
      <source>“{name}” cannot be written.</source>
      <translation>„{name}“ lässt sich nicht schreiben.</translation>
    </message>
    <message>
      <source>Open in new window</source>
      <translation>In neuem Fenster öffnen</translation>
    </message>
    <message>
      <source>Show the selected article, else the open one, in a window of its own.</source>
      <translation>Den ausgewählten, sonst den geöffneten Artikel in einem eigenen Fenster zeigen.</translation>
    </message>
    <message>
      <source>Show beside</source>
      <translation>Daneben zeigen</translation>
    </message>
    <message>
      <source>Show the article selected in the library beside the open one; once more shows one alone.</source>
      <translation>Den in der Bibliothek ausgewählten Artikel neben dem geöffneten zeigen; noch einmal zeigt einen allein.</translation>
    </message>
    <message>
      <source>Swap articles</source>
      <translation>Artikel tauschen</translation>
    </message>
    <message>
      <source>Let the open article and the one beside it change places.</source>
      <translation>Den geöffneten Artikel und den daneben die Plätze tauschen lassen.</translation>
    </message>
    <message>
      <source>Select another article in the library first, with Ctrl and a click.</source>
      <translation>Wählen Sie zuerst in der Bibliothek einen weiteren Artikel aus, mit Strg und Klick.</translation>
    </message>
    <message>
      <source>Name speaker…</source>
      <translation>Sprecher benennen …</translation>
    </message>
    <message>
      <source>Say who speaks under a label such as “A” or “SPEAKER 2”, once for all of the article.</source>
      <translation>Sagen, wer unter einem Kürzel wie „A“ oder „SPEAKER 2“ spricht, einmal für den ganzen Artikel.</translation>
    </message>
    <message>
      <source>Nobody speaks in turns here: no labels such as “Q:” or “SPEAKER 2:” were found.</source>
      <translation>Hier spricht niemand im Wechsel: Es wurden keine Kürzel wie „Q:“ oder „SPEAKER 2:“ gefunden.</translation>
    </message>
    <message>
      <source>The versions of this article are still being read: what changed will stand here.</source>
      <translation>Die Fassungen dieses Artikels werden noch gelesen: Was sich geändert hat, wird hier stehen.</translation>
    </message>
    <message>
      <source>There is one version of this article.</source>
      <translation>Von diesem Artikel gibt es eine Fassung.</translation>
    </message>
    <message>
      <source>Join stories</source>
      <translation>Geschichten verbinden</translation>
    </message>
    <message>
      <source>Split story</source>
      <translation>Geschichte trennen</translation>
    </message>
    <message>
      <source>Leave out of story</source>
      <translation>Aus der Geschichte herauslassen</translation>
    </message>
    <message>
      <source>Rename story</source>
      <translation>Geschichte umbenennen</translation>
    </message>
    <message>
      <source>Say that it is the same</source>
      <translation>Sagen, dass es dasselbe ist</translation>
    </message>
    <message>
      <source>Say that it is not the same</source>
      <translation>Sagen, dass es nicht dasselbe ist</translation>
    </message>
    <message>
      <source>Say that it is denied</source>
      <translation>Sagen, dass es bestritten wird</translation>
    </message>
    <message>
      <source>Story of the article</source>
      <translation>Geschichte des Artikels</translation>
    </message>
    <message>
      <source>Show what the articles on the same event say: alike, against one another, and from whom.</source>
      <translation>Zeigen, was die Artikel über dasselbe Ereignis sagen: gleich, gegeneinander, und von wem.</translation>
    </message>
    <message>
      <source>All stories</source>
      <translation>Alle Geschichten</translation>
    </message>
    <message>
      <source>List the events that several articles of the library tell, and join them.</source>
      <translation>Die Ereignisse auflisten, von denen mehrere Artikel der Bibliothek erzählen, und sie verbinden.</translation>
    </message>
    <message>
      <source>Record of its source</source>
      <translation>Akte ihrer Quelle</translation>
    </message>
    <message>
      <source>Show all that the source of the chosen claim says anywhere, and what is said against it.</source>
      <translation>Alles zeigen, was die Quelle der gewählten Aussage irgendwo sagt, und was dagegen gesagt wird.</translation>
    </message>
    <message>
      <source>What changed in its claims</source>
      <translation>Was sich an seinen Aussagen geändert hat</translation>
    </message>
    <message>
      <source>Show what the versions of the article say differently: added, dropped, softened, unsourced.</source>
      <translation>Zeigen, was die Fassungen des Artikels sagen: hinzugekommen, weggefallen, abgeschwächt, ohne Quelle.</translation>
    </message>
    <message>
      <source>Record of an actor</source>
      <translation>Akte eines Akteurs</translation>
    </message>
    <message>
      <source>Choose a claim with a source first: {next_claim}.</source>
      <translation>Wählen Sie zuerst eine Aussage mit einer Quelle: {next_claim}.</translation>
    </message>
    <message>
      <source>What {name} says in the library</source>
      <translation>Was {name} in der Bibliothek sagt</translation>
    </message>
    <message>
      <source>The library keeps no record of “{name}”: it has one of everybody who has a name.</source>
      <translation>Zu „{name}“ führt die Bibliothek keine Akte: Sie hat eine von allen, die einen Namen haben.</translation>
    </message>
    <message>
      <source>{n} said by nobody else</source>
      <translation>{n} sagt sonst niemand</translation>
    </message>
    <message>
      <source>{n} said by others, too</source>
      <translation>{n} sagen auch andere</translation>
    </message>
    <message>
      <source>{head}. In stories: {shares}.</source>
      <translation>{head}. In Geschichten: {shares}.</translation>
    </message>
    <message>
      <source>All marks</source>
      <translation>Alle Markierungen</translation>
    </message>
    <message>
      <source>Mark everything: lines, numbers, actors and cues; else only those of the chosen claim.</source>
      <translation>Alles markieren: Linien, Nummern, Akteure und Signalwörter; sonst nur die der gewählten Aussage.</translation>
    </message>
    <message>
      <source>Actors</source>
      <translation>Akteure</translation>
    </message>
    <message>
      <source>Mark who is named or referred to.</source>
      <translation>Kennzeichnen, wer genannt oder gemeint ist.</translation>
    </message>
    <message>
      <source>Claims</source>
      <translation>Aussagen</translation>
    </message>
    <message>
      <source>Mark what is claimed.</source>
      <translation>Kennzeichnen, was behauptet wird.</translation>
    </message>
    <message>
      <source>Cues</source>
      <translation>Signalwörter</translation>
    </message>
    <message>
      <source>Mark the words that attribute it.</source>
      <translation>Die Wörter kennzeichnen, die etwas zuschreiben.</translation>
    </message>
    <message>
      <source>My highlights</source>
      <translation>Meine Markierungen</translation>
    </message>
    <message>
      <source>Show what you marked.</source>
      <translation>Zeigen, was Sie markiert haben.</translation>
    </message>
    <message>
      <source>Hide boilerplate</source>
      <translation>Beiwerk ausblenden</translation>
    </message>
    <message>
      <source>Hide menus, related posts and the like.</source>
      <translation>Menüs, verwandte Beiträge und Ähnliches ausblenden.</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Größerer Text</translation>
    </message>
    <message>
      <source>Set the article, and all around it, larger.</source>
      <translation>Den Artikel und alles um ihn herum größer setzen.</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Kleinerer Text</translation>
    </message>
    <message>
      <source>Set the article, and all around it, smaller.</source>
      <translation>Den Artikel und alles um ihn herum kleiner setzen.</translation>
    </message>
    <message>
      <source>Normal text size</source>
      <translation>Normale Textgröße</translation>
    </message>
    <message>
      <source>Set everything at 100 %.</source>
      <translation>Alles in 100 % setzen.</translation>
    </message>
    <message>
      <source>Light, dark, strong contrast or as the system</source>
      <translation>Hell, dunkel, starker Kontrast oder wie das System</translation>
    </message>
    <message>
      <source>Change the look.</source>
      <translation>Das Aussehen ändern.</translation>
    </message>
    <message>
      <source>Preferences…</source>
      <translation>Einstellungen …</translation>
    </message>
    <message>
      <source>Set look, size, colours and what briefs are signed with.</source>
      <translation>Aussehen, Größe, Farben und die Unterschrift von Dossiers einstellen.</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>Vollbild</translation>
    </message>
    <message>
      <source>Fill the screen with Briefing, or leave that again.</source>
      <translation>Den Bildschirm mit Briefing füllen oder das beenden.</translation>
    </message>
    <message>
      <source>Library pane</source>
      <translation>Bibliothek</translation>
    </message>
    <message>
      <source>Show or hide the library.</source>
      <translation>Die Bibliothek zeigen oder verbergen.</translation>
    </message>
    <message>
      <source>Claims pane</source>
      <translation>Aussagenliste</translation>
    </message>
    <message>
      <source>Show or hide the claims.</source>
      <translation>Die Aussagen zeigen oder verbergen.</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>Nächster Bereich</translation>
    </message>
    <message>
      <source>Go to the next pane.</source>
      <translation>Zum nächsten Bereich gehen.</translation>
    </message>
    <message>
      <source>Previous pane</source>
      <translation>Voriger Bereich</translation>
    </message>
    <message>
      <source>Go to the pane before.</source>
      <translation>Zum Bereich davor gehen.</translation>
    </message>
    <message>
      <source>Menus</source>
      <translation>Menüs</translation>
    </message>
    <message>
      <source>Go to the menus.</source>
      <translation>Zu den Menüs gehen.</translation>
    </message>
    <message>
      <source>Look: {name}</source>
      <translation>Aussehen: {name}</translation>
    </message>
    <message>
      <source>Logo, colours and face of all briefs</source>
      <translation>Logo, Farben und Schrift aller Dossiers</translation>
    </message>
    <message>
      <source>Take note of it: from now on only newer changes are shown.</source>
      <translation>Zur Kenntnis nehmen: Von jetzt an werden nur neuere Änderungen gezeigt.</translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) are not what they were.</source>
      <translation>
        <numerusform>%n Zeile ist nicht mehr, was sie war.</numerusform>
        <numerusform>%n Zeilen sind nicht mehr, was sie waren.</numerusform>
      </translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportieren …</translation>
    </message>
    <message>
      <source>Write the brief to a file.</source>
      <translation>Das Dossier in eine Datei schreiben.</translation>
    </message>
    <message>
      <source>Heading of the section</source>
      <translation>Überschrift des Abschnitts</translation>
    </message>
    <message>
      <source>Your own words, in Markdown</source>
      <translation>Ihre eigenen Worte, in Markdown</translation>
    </message>
    <message>
      <source>Your own words on the line</source>
      <translation>Ihre eigenen Worte zur Zeile</translation>
    </message>
    <message>
      <source>Choose a section to name it, or a line to write on it.</source>
      <translation>Wählen Sie einen Abschnitt, um ihn zu benennen, oder eine Zeile, um etwas dazu zu schreiben.</translation>
    </message>
    <message>
      <source>Why and for whom, in Markdown</source>
      <translation>Wozu und für wen, in Markdown</translation>
    </message>
    <message>
      <source>Purpose</source>
      <translation>Zweck</translation>
    </message>
    <message>
      <source>I have seen it</source>
      <translation>Zur Kenntnis genommen</translation>
    </message>
    <message>
      <source>Lines of the brief</source>
      <translation>Zeilen des Dossiers</translation>
    </message>
    <message>
      <source>Move in brief</source>
      <translation>Im Dossier verschieben</translation>
    </message>
    <message>
      <source>Write in brief</source>
      <translation>Im Dossier schreiben</translation>
    </message>
    <message>
      <source>Remove from brief</source>
      <translation>Aus dem Dossier entfernen</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Author</source>
      <translation>Verfasser</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>that of the export; or for instance 2026-03-01</source>
      <translation>das des Exports; oder zum Beispiel 2026-03-01</translation>
    </message>
    <message>
      <source>Classification</source>
      <translation>Einstufung</translation>
    </message>
    <message>
      <source>e.g. For internal use</source>
      <translation>z. B. Nur für den Dienstgebrauch</translation>
    </message>
    <message>
      <source>Whole articles as</source>
      <translation>Ganze Artikel als</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>Papier</translation>
    </message>
    <message>
      <source>Section</source>
      <translation>Abschnitt</translation>
    </message>
    <message>
      <source>Begin a section below the chosen one.</source>
      <translation>Unter dem gewählten einen Abschnitt beginnen.</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Write words of your own below the chosen line.</source>
      <translation>Unter der gewählten Zeile eigene Worte schreiben.</translation>
    </message>
    <message>
      <source>Up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <source>Move the chosen line or section up.</source>
      <translation>Die gewählte Zeile oder den Abschnitt nach oben rücken.</translation>
    </message>
    <message>
      <source>Down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <source>Move the chosen line or section down.</source>
      <translation>Die gewählte Zeile oder den Abschnitt nach unten rücken.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Take the chosen lines out of the brief.</source>
      <translation>Die gewählten Zeilen aus dem Dossier nehmen.</translation>
    </message>
    <message>
      <source>Edit brief</source>
      <translation>Dossier bearbeiten</translation>
    </message>
    <message>
      <source>New section</source>
      <translation>Neuer Abschnitt</translation>
    </message>
    <message>
      <source>Edit heading</source>
      <translation>Überschrift ändern</translation>
    </message>
    <message>
      <source>Section without a heading</source>
      <translation>Abschnitt ohne Überschrift</translation>
    </message>
    <message>
      <source>Your own words</source>
      <translation>Ihre eigenen Worte</translation>
    </message>
    <message>
      <source>The whole article “{title}”</source>
      <translation>Der ganze Artikel „{title}“</translation>
    </message>
    <message>
      <source>Yours: {words}</source>
      <translation>Von Ihnen: {words}</translation>
    </message>
    <message>
      <source>New: {sentence}</source>
      <translation>Neu: {sentence}</translation>
    </message>
    <message>
      <source>Not in the library any more: {words}</source>
      <translation>Nicht mehr in der Bibliothek: {words}</translation>
    </message>
    <message>
      <source>Begin a brief without lines.</source>
      <translation>Ein Dossier ohne Zeilen beginnen.</translation>
    </message>
    <message>
      <source>Put the brief into the bin.</source>
      <translation>Das Dossier in den Papierkorb legen.</translation>
    </message>
    <message>
      <source>The pages appear here.</source>
      <translation>Hier erscheinen die Seiten.</translation>
    </message>
    <message>
      <source>A brief holds what you choose of one article or many. Choose a claim and press {add_to_brief}.</source>
      <translation>Ein Dossier enthält, was Sie aus einem oder vielen Artikeln wählen. Wählen Sie eine Aussage und drücken Sie {add_to_brief}.</translation>
    </message>
    <message>
      <source>Brief without a title</source>
      <translation>Dossier ohne Titel</translation>
    </message>
    <message>
      <source>Your own words before the article, in Markdown</source>
      <translation>Ihre eigenen Worte vor dem Artikel, in Markdown</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <source>Template</source>
      <translation>Vorlage</translation>
    </message>
    <message>
      <source>With</source>
      <translation>Mit</translation>
    </message>
    <message>
      <source>Formats</source>
      <translation>Formate</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>Choose the folder</source>
      <translation>Den Ordner wählen</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>File name</source>
      <translation>Dateiname</translation>
    </message>
    <message>
      <source>Own…</source>
      <translation>Eigene …</translation>
    </message>
    <message>
      <source>Open the folder of your own templates</source>
      <translation>Den Ordner Ihrer eigenen Vorlagen öffnen</translation>
    </message>
    <message>
      <source>Choose at least one format.</source>
      <translation>Wählen Sie mindestens ein Format.</translation>
    </message>
    <message>
      <source>Introduction</source>
      <translation>Einleitung</translation>
    </message>
    <message numerus="yes">
      <source>One brief of %n article(s)</source>
      <translation>
        <numerusform>Ein Dossier aus %n Artikel</numerusform>
        <numerusform>Ein Dossier aus %n Artikeln</numerusform>
      </translation>
    </message>
    <message>
      <source>The file needs a name, without a slash.</source>
      <translation>Die Datei braucht einen Namen ohne Schrägstrich.</translation>
    </message>
    <message>
      <source>There is no folder {folder}.</source>
      <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
      <source>Writing files: {done} of {all} done…</source>
      <translation>Dateien werden geschrieben: {done} von {all} fertig …</translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>%n Sekunde</numerusform>
        <numerusform>%n Sekunden</numerusform>
      </translation>
    </message>
    <message>
      <source>Holds for every brief as PDF, web page and Word document, also on the command line.</source>
      <translation>Gilt für jedes Dossier als PDF, Webseite und Word-Dokument, auch auf der Befehlszeile.</translation>
    </message>
    <message>
      <source>House style</source>
      <translation>Hausstil</translation>
    </message>
    <message>
      <source>e.g. your newsroom or office</source>
      <translation>z. B. Ihre Redaktion oder Ihr Büro</translation>
    </message>
    <message>
      <source>Choose a picture as logo</source>
      <translation>Ein Bild als Logo wählen</translation>
    </message>
    <message>
      <source>Print no logo</source>
      <translation>Kein Logo drucken</translation>
    </message>
    <message>
      <source>Colour of lines and links</source>
      <translation>Farbe der Linien und Verweise</translation>
    </message>
    <message>
      <source>Colour of title and headings</source>
      <translation>Farbe von Titel und Überschriften</translation>
    </message>
    <message>
      <source>Face</source>
      <translation>Schrift</translation>
    </message>
    <message>
      <source>As shipped (Literata)</source>
      <translation>Wie mitgeliefert (Literata)</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>Logo</source>
      <translation>Logo</translation>
    </message>
    <message>
      <source>Accents</source>
      <translation>Akzente</translation>
    </message>
    <message>
      <source>Headings</source>
      <translation>Überschriften</translation>
    </message>
    <message>
      <source>Restore defaults</source>
      <translation>Standard wiederherstellen</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Keins</translation>
    </message>
    <message>
      <source>Pictures ({kinds})</source>
      <translation>Bilder ({kinds})</translation>
    </message>
    <message>
      <source>{colour} is too light to be read on paper. Choose a darker colour.</source>
      <translation>{colour} ist auf Papier zu hell zum Lesen. Wählen Sie eine dunklere Farbe.</translation>
    </message>
    <message>
      <source>{face} (not on this computer)</source>
      <translation>{face} (nicht auf diesem Rechner)</translation>
    </message>
    <message>
      <source>“{name}” is no picture that can be read; the logo stays as it was.</source>
      <translation>„{name}“ ist kein lesbares Bild; das Logo bleibt, wie es war.</translation>
    </message>
    <message>
      <source>Preview of the pages</source>
      <translation>Vorschau der Seiten</translation>
    </message>
    <message>
      <source>The first {most} of {n} pages</source>
      <translation>Die ersten {most} von {n} Seiten</translation>
    </message>
    <message>
      <source>Page {n}</source>
      <translation>Seite {n}</translation>
    </message>
    <message>
      <source>My template</source>
      <translation>Meine Vorlage</translation>
    </message>
    <message>
      <source>Templates of your own go to {folder}</source>
      <translation>Eigene Vorlagen gehören nach {folder}</translation>
    </message>
    <message>
      <source>Commands with their keys</source>
      <translation>Befehle mit ihren Tasten</translation>
    </message>
    <message>
      <source>The library does not answer.</source>
      <translation>Die Bibliothek antwortet nicht.</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <source>Type a command</source>
      <translation>Einen Befehl eintippen</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>Einen Befehl finden</translation>
    </message>
    <message>
      <source>no claim</source>
      <translation>keine Behauptung</translation>
    </message>
    <message>
      <source>“{name}” is written.</source>
      <translation>„{name}“ ist geschrieben.</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>The export was stopped; what was written before stays.</source>
      <translation>Der Export wurde angehalten; was vorher geschrieben wurde, bleibt.</translation>
    </message>
    <message>
      <source>Highlight the selected words in this colour, or give it to the chosen highlight.</source>
      <translation>Die ausgewählten Wörter in dieser Farbe markieren oder sie der gewählten Markierung geben.</translation>
    </message>
    <message>
      <source>Highlight in yellow</source>
      <translation>Gelb markieren</translation>
    </message>
    <message>
      <source>Highlight in green</source>
      <translation>Grün markieren</translation>
    </message>
    <message>
      <source>Highlight in blue</source>
      <translation>Blau markieren</translation>
    </message>
    <message>
      <source>Highlight in pink</source>
      <translation>Rosa markieren</translation>
    </message>
    <message>
      <source>Highlight in orange</source>
      <translation>Orange markieren</translation>
    </message>
    <message>
      <source>Highlight in violet</source>
      <translation>Violett markieren</translation>
    </message>
    <message>
      <source>Highlight in teal</source>
      <translation>Türkis markieren</translation>
    </message>
    <message>
      <source>Highlight in grey</source>
      <translation>Grau markieren</translation>
    </message>
    <message>
      <source>Open web address</source>
      <translation>Webadresse öffnen</translation>
    </message>
    <message>
      <source>Address of an article, or of a feed (RSS, Atom) to choose articles from:</source>
      <translation>Adresse eines Artikels, oder eines Feeds (RSS, Atom), um daraus zu wählen:</translation>
    </message>
    <message>
      <source>Web address</source>
      <translation>Webadresse</translation>
    </message>
    <message>
      <source>Only this page is fetched, without pictures, scripts or cookies of yours.</source>
      <translation>Nur diese Seite wird abgerufen, ohne Bilder, Skripte und Ihre Cookies.</translation>
    </message>
    <message>
      <source>Open in browser</source>
      <translation>Im Browser öffnen</translation>
    </message>
    <message>
      <source>Articles in {title}</source>
      <translation>Artikel in {title}</translation>
    </message>
    <message>
      <source>Feed: {title}</source>
      <translation>Feed: {title}</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Filter the entries</source>
      <translation>Die Einträge filtern</translation>
    </message>
    <message>
      <source>What the feed offers</source>
      <translation>Was der Feed anbietet</translation>
    </message>
    <message>
      <source>Choose all</source>
      <translation>Alle wählen</translation>
    </message>
    <message>
      <source>Choose none</source>
      <translation>Keinen wählen</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Keep the list</source>
      <translation>Liste behalten</translation>
    </message>
    <message>
      <source>Put the list itself into the library; nothing of it is fetched.</source>
      <translation>Die Liste selbst in die Bibliothek aufnehmen; nichts daraus wird abgerufen.</translation>
    </message>
    <message>
      <source>Take {n} into the library</source>
      <translation>{n} in die Bibliothek aufnehmen</translation>
    </message>
    <message>
      <source>in the library</source>
      <translation>in der Bibliothek</translation>
    </message>
    <message>
      <source>without an address</source>
      <translation>ohne Adresse</translation>
    </message>
    <message>
      <source>listed on {day}</source>
      <translation>vorgemerkt am {day}</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>What became of it</source>
      <translation>Was daraus wurde</translation>
    </message>
    <message>
      <source>Imported files</source>
      <translation>Importierte Dateien</translation>
    </message>
    <message>
      <source>Which files are listed</source>
      <translation>Welche Dateien aufgelistet sind</translation>
    </message>
    <message>
      <source>Enter or a double click opens an article.</source>
      <translation>Die Eingabetaste oder ein Doppelklick öffnet einen Artikel.</translation>
    </message>
    <message>
      <source>Copy list</source>
      <translation>Liste kopieren</translation>
    </message>
    <message>
      <source>All files ({n})</source>
      <translation>Alle Dateien ({n})</translation>
    </message>
    <message>
      <source>Could not be opened ({n})</source>
      <translation>Ließen sich nicht öffnen ({n})</translation>
    </message>
    <message>
      <source>New ({n})</source>
      <translation>Neu ({n})</translation>
    </message>
    <message>
      <source>Same or nearly the same as others ({n})</source>
      <translation>Gleich oder fast gleich wie andere ({n})</translation>
    </message>
    <message>
      <source>Already in the library</source>
      <translation>Schon in der Bibliothek</translation>
    </message>
    <message>
      <source>New, but nearly the same as another</source>
      <translation>Neu, aber fast gleich wie ein anderer</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>New version</source>
      <translation>Neue Fassung</translation>
    </message>
    <message>
      <source>New, but nearly the same as “{title}”</source>
      <translation>Neu, aber fast gleich wie „{title}“</translation>
    </message>
    <message>
      <source>New version of “{title}”</source>
      <translation>Neue Fassung von „{title}“</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Import</translation>
    </message>
    <message>
      <source>Looking for articles to import…</source>
      <translation>Artikel zum Importieren werden gesucht …</translation>
    </message>
    <message>
      <source>Progress of the import</source>
      <translation>Fortschritt des Imports</translation>
    </message>
    <message>
      <source>Stop the import</source>
      <translation>Den Import anhalten</translation>
    </message>
    <message>
      <source>Open no further files; what is imported stays.</source>
      <translation>Keine weiteren Dateien öffnen; was importiert ist, bleibt.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Close the word on the import</source>
      <translation>Die Meldung zum Import schließen</translation>
    </message>
    <message>
      <source>Importing: {done} of {of}</source>
      <translation>Import: {done} von {of}</translation>
    </message>
    <message>
      <source>From the watched folder: {outcome}</source>
      <translation>Aus dem beobachteten Ordner: {outcome}</translation>
    </message>
    <message>
      <source>Article details</source>
      <translation>Angaben zum Artikel</translation>
    </message>
    <message>
      <source>Keep changes</source>
      <translation>Änderungen behalten</translation>
    </message>
    <message>
      <source>Byline</source>
      <translation>Verfasser</translation>
    </message>
    <message>
      <source>Outlet</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>Erschienen</translation>
    </message>
    <message>
      <source>Last changed</source>
      <translation>Zuletzt geändert</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>As found: “{words}”</source>
      <translation>Gefunden: „{words}“</translation>
    </message>
    <message>
      <source>As found: nothing</source>
      <translation>Gefunden: nichts</translation>
    </message>
    <message>
      <source>Take your correction back.</source>
      <translation>Ihre Berichtigung zurücknehmen.</translation>
    </message>
    <message>
      <source>corrected by you</source>
      <translation>von Ihnen berichtigt</translation>
    </message>
    <message>
      <source>{words} words</source>
      <translation>{words} Wörter</translation>
    </message>
    <message>
      <source>in the library since {day}</source>
      <translation>seit {day} in der Bibliothek</translation>
    </message>
    <message>
      <source>version {n}</source>
      <translation>Fassung {n}</translation>
    </message>
    <message>
      <source>Opened from {file}</source>
      <translation>Geöffnet aus {file}</translation>
    </message>
    <message>
      <source>“{words}” is no code of a language. Write en for English, de for German and so on.</source>
      <translation>„{words}“ ist kein Sprachkürzel. Schreiben Sie en für Englisch, de für Deutsch und so weiter.</translation>
    </message>
    <message>
      <source>found in what the page says of itself</source>
      <translation>gefunden in dem, was die Seite über sich sagt</translation>
    </message>
    <message>
      <source>found in the text</source>
      <translation>im Text gefunden</translation>
    </message>
    <message>
      <source>found in what the document says of itself</source>
      <translation>gefunden in dem, was das Dokument über sich sagt</translation>
    </message>
    <message>
      <source>told by a list of references</source>
      <translation>in einem Literaturverzeichnis angegeben</translation>
    </message>
    <message>
      <source>found in the head of the message</source>
      <translation>im Kopf der Nachricht gefunden</translation>
    </message>
    <message>
      <source>where it was fetched</source>
      <translation>wo es abgerufen wurde</translation>
    </message>
    <message>
      <source>not found</source>
      <translation>nicht gefunden</translation>
    </message>
    <message>
      <source>An article needs a title.</source>
      <translation>Ein Artikel braucht einen Titel.</translation>
    </message>
    <message>
      <source>“{words}” is no date. Write it like 2026-05-02 or 2 May 2026.</source>
      <translation>„{words}“ ist kein Datum. Schreiben Sie es wie 2026-05-02 oder 2 May 2026.</translation>
    </message>
    <message>
      <source>Watched folder</source>
      <translation>Beobachteter Ordner</translation>
    </message>
    <message>
      <source>Every article that comes into a watched folder is imported by itself, while Briefing runs or at its next start; so is what lies in it now. The files stay where they are.</source>
      <translation>Jeder Artikel, der in einen beobachteten Ordner kommt, wird von selbst importiert, solange Briefing läuft oder beim nächsten Start; ebenso, was jetzt darin liegt. Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
      <source>Choose folder…</source>
      <translation>Ordner wählen …</translation>
    </message>
    <message>
      <source>Stop watching</source>
      <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
      <source>No folder is watched.</source>
      <translation>Kein Ordner wird beobachtet.</translation>
    </message>
    <message>
      <source>Folder to watch</source>
      <translation>Ordner zum Beobachten</translation>
    </message>
    <message>
      <source>{folder} is not there at the moment.</source>
      <translation>{folder} ist im Augenblick nicht da.</translation>
    </message>
    <message>
      <source>English</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <source>Ctrl</source>
      <translation>Strg</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Umschalt</translation>
    </message>
    <message>
      <source>Change keys</source>
      <translation>Tasten ändern</translation>
    </message>
    <message>
      <source>Find a command, or a key such as Ctrl+E</source>
      <translation>Befehl finden, oder eine Taste wie Strg+E</translation>
    </message>
    <message>
      <source>Find a command or a key</source>
      <translation>Einen Befehl oder eine Taste finden</translation>
    </message>
    <message>
      <source>New key: press it</source>
      <translation>Neue Taste: drücken Sie sie</translation>
    </message>
    <message>
      <source>No key</source>
      <translation>Keine Taste</translation>
    </message>
    <message>
      <source>Let the command have no key; it stays in the menu and the palette.</source>
      <translation>Den Befehl ohne Taste lassen; er bleibt im Menü und in der Palette.</translation>
    </message>
    <message>
      <source>Take it over</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <source>Leave it</source>
      <translation>Lassen</translation>
    </message>
    <message>
      <source>Reset all keys</source>
      <translation>Alle Tasten zurücksetzen</translation>
    </message>
    <message>
      <source>{key} is needed for writing in fields, so no other command can have it.</source>
      <translation>{key} wird zum Schreiben in Feldern gebraucht, also kann kein anderer Befehl sie haben.</translation>
    </message>
    <message>
      <source>{key} is needed for moving about the window, so no command can have it.</source>
      <translation>{key} wird gebraucht, um sich im Fenster zu bewegen, also kann kein Befehl sie haben.</translation>
    </message>
    <message>
      <source>{key} is more than one key; a command has one.</source>
      <translation>{key} ist mehr als eine Taste; ein Befehl hat eine.</translation>
    </message>
    <message>
      <source>Press the new key</source>
      <translation>Drücken Sie die neue Taste</translation>
    </message>
    <message>
      <source>No command holds these words.</source>
      <translation>Kein Befehl enthält diese Wörter.</translation>
    </message>
    <message>
      <source>{key} is the key of “{command}”, which will have none if you take it over.</source>
      <translation>{key} ist die Taste von „{command}“, das keine mehr hat, wenn Sie sie übernehmen.</translation>
    </message>
    <message>
      <source>Reset to {key}</source>
      <translation>Zurück auf {key}</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Taste</translation>
    </message>
    <message>
      <source>no key</source>
      <translation>keine Taste</translation>
    </message>
    <message>
      <source>{key}  · mine</source>
      <translation>{key}  · eigene</translation>
    </message>
    <message>
      <source>Actors of the article</source>
      <translation>Akteure des Artikels</translation>
    </message>
    <message>
      <source>Names of the chosen actor</source>
      <translation>Namen des gewählten Akteurs</translation>
    </message>
    <message>
      <source>What the actor is called</source>
      <translation>Wie der Akteur heißt</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Verbinden</translation>
    </message>
    <message>
      <source>All chosen actors are one, who is called so.</source>
      <translation>Alle gewählten Akteure sind einer, der so heißt.</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>The chosen actor is called so.</source>
      <translation>Der gewählte Akteur heißt so.</translation>
    </message>
    <message>
      <source>Split off</source>
      <translation>Abtrennen</translation>
    </message>
    <message>
      <source>The chosen names are those of another actor.</source>
      <translation>Die gewählten Namen sind die eines anderen Akteurs.</translation>
    </message>
    <message>
      <source>Choose several actors to merge them, or one actor to rename it or to split names off it.</source>
      <translation>Wählen Sie mehrere Akteure, um sie zu verbinden, oder einen, um ihn umzubenennen oder Namen von ihm abzutrennen.</translation>
    </message>
    <message>
      <source>{status} (my word)</source>
      <translation>{status} (mein Wort)</translation>
    </message>
    <message>
      <source>{status} ✓ accepted</source>
      <translation>{status} ✓ angenommen</translation>
    </message>
    <message>
      <source>My own status for this claim</source>
      <translation>Mein eigener Status für diese Aussage</translation>
    </message>
    <message>
      <source>My note on this claim</source>
      <translation>Meine Notiz zu dieser Aussage</translation>
    </message>
    <message>
      <source>Why this status</source>
      <translation>Warum dieser Status</translation>
    </message>
    <message>
      <source>My note on this claim; saved as you type</source>
      <translation>Meine Notiz zu dieser Aussage; beim Tippen gespeichert</translation>
    </message>
    <message>
      <source>No note: the library can only be read</source>
      <translation>Keine Notiz: Die Bibliothek kann nur gelesen werden</translation>
    </message>
    <message>
      <source>Mine</source>
      <translation>Meine</translation>
    </message>
    <message>
      <source>Claims that are judged differently</source>
      <translation>Behauptungen, die verschieden beurteilt sind</translation>
    </message>
    <message>
      <source>Show the claim</source>
      <translation>Behauptung zeigen</translation>
    </message>
    <message>
      <source>Take their word</source>
      <translation>Deren Wort übernehmen</translation>
    </message>
    <message numerus="yes">
      <source>%n claim(s) are judged by you and by others.</source>
      <translation>
        <numerusform>%n Behauptung ist von Ihnen und von anderen beurteilt.</numerusform>
        <numerusform>%n Behauptungen sind von Ihnen und von anderen beurteilt.</numerusform>
      </translation>
    </message>
    <message>
      <source>Give the claim the same status; what you wrote on it stays.</source>
      <translation>Der Behauptung denselben Status geben; was Sie dazu geschrieben haben, bleibt.</translation>
    </message>
    <message>
      <source>me</source>
      <translation>ich</translation>
    </message>
    <message numerus="yes">
      <source>%n other(s) are judged by colleagues, and shown once you judged them.</source>
      <translation>
        <numerusform>%n weitere ist von anderen beurteilt und wird gezeigt, sobald Sie sie beurteilt haben.</numerusform>
        <numerusform>%n weitere sind von anderen beurteilt und werden gezeigt, sobald Sie sie beurteilt haben.</numerusform>
      </translation>
    </message>
    <message>
      <source>You differ on none.</source>
      <translation>Sie unterscheiden sich bei keiner.</translation>
    </message>
    <message>
      <source>That is too little to tell an agreement.</source>
      <translation>Das ist zu wenig, um eine Übereinstimmung anzugeben.</translation>
    </message>
    <message>
      <source>Agreement (Krippendorff's alpha): {alpha}.</source>
      <translation>Übereinstimmung (Krippendorffs Alpha): {alpha}.</translation>
    </message>
    <message>
      <source>Who disputes it, in my word</source>
      <translation>Wer es bestreitet, nach meinem Wort</translation>
    </message>
    <message>
      <source>Nobody yet</source>
      <translation>Noch niemand</translation>
    </message>
    <message>
      <source>Say who disputes it: choose a claim of the article, type its number, or type a name</source>
      <translation>Sagen, wer es bestreitet: eine Aussage des Artikels wählen, ihre Nummer oder einen Namen eintippen</translation>
    </message>
    <message>
      <source>Disputed by</source>
      <translation>Bestritten von</translation>
    </message>
    <message>
      <source>Somebody else, too</source>
      <translation>Noch jemand</translation>
    </message>
    <message>
      <source>Take back that {source} disputes it</source>
      <translation>Zurücknehmen: {source} bestreitet es</translation>
    </message>
    <message>
      <source>{source}, claim {number}</source>
      <translation>{source}, Aussage {number}</translation>
    </message>
    <message>
      <source>Claim {number}</source>
      <translation>Aussage {number}</translation>
    </message>
    <message>
      <source>{link}: go there</source>
      <translation>{link}: dorthin</translation>
    </message>
    <message>
      <source>Filter claims by words</source>
      <translation>Aussagen nach Wörtern filtern</translation>
    </message>
    <message>
      <source>Order of the claims</source>
      <translation>Reihenfolge der Aussagen</translation>
    </message>
    <message>
      <source>Text order</source>
      <translation>Wie im Text</translation>
    </message>
    <message>
      <source>By actor</source>
      <translation>Nach Akteur</translation>
    </message>
    <message>
      <source>By status</source>
      <translation>Nach Status</translation>
    </message>
    <message>
      <source>By my marks</source>
      <translation>Nach meinem Wort</translation>
    </message>
    <message>
      <source>Show claims of one status</source>
      <translation>Aussagen eines Status zeigen</translation>
    </message>
    <message>
      <source>All statuses</source>
      <translation>Alle Status</translation>
    </message>
    <message>
      <source>Show claims in one voice</source>
      <translation>Aussagen einer Redeweise zeigen</translation>
    </message>
    <message>
      <source>All voices</source>
      <translation>Alle Redeweisen</translation>
    </message>
    <message>
      <source>Show claims by what I did with them</source>
      <translation>Aussagen danach zeigen, was ich mit ihnen getan habe</translation>
    </message>
    <message>
      <source>All claims</source>
      <translation>Alle Aussagen</translation>
    </message>
    <message>
      <source>Not judged yet</source>
      <translation>Noch nicht beurteilt</translation>
    </message>
    <message>
      <source>Dismissed</source>
      <translation>Verworfen</translation>
    </message>
    <message>
      <source>Show claims by what is told of their source</source>
      <translation>Aussagen danach zeigen, was über ihre Quelle gesagt ist</translation>
    </message>
    <message>
      <source>All sources</source>
      <translation>Alle Quellen</translation>
    </message>
    <message>
      <source>How they know is told</source>
      <translation>Woher sie es weiß, ist gesagt</translation>
    </message>
    <message>
      <source>Why they have no name is told</source>
      <translation>Warum sie keinen Namen hat, ist gesagt</translation>
    </message>
    <message>
      <source>No name, and no reason given</source>
      <translation>Ohne Namen und ohne Grund dafür</translation>
    </message>
    <message>
      <source>Show claims of one actor</source>
      <translation>Aussagen eines Akteurs zeigen</translation>
    </message>
    <message>
      <source>All actors</source>
      <translation>Alle Akteure</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <source>Filter by status, voice, actor, what is told of sources, and my own word</source>
      <translation>Nach Status, Redeweise, Akteur, dem, was über Quellen gesagt ist, und meinem eigenen Wort filtern</translation>
    </message>
    <message>
      <source>Open an article: its claims appear here, each with who says it and how confirmed it is.</source>
      <translation>Öffnen Sie einen Artikel: Hier erscheinen seine Aussagen, jede mit ihrer Quelle und damit, wie bestätigt sie ist.</translation>
    </message>
    <message>
      <source>Reading the article for claims…</source>
      <translation>Der Artikel wird nach Aussagen durchgesehen …</translation>
    </message>
    <message>
      <source>No claim is like this. Esc in the filter shows all of them.</source>
      <translation>Keine Aussage passt dazu. Esc im Filter zeigt wieder alle.</translation>
    </message>
    <message>
      <source>Show the story</source>
      <translation>Die Geschichte zeigen</translation>
    </message>
    <message>
      <source>Show or hide why Briefing found this</source>
      <translation>Zeigen oder verbergen, warum Briefing das gefunden hat</translation>
    </message>
    <message>
      <source>You gave it this status.</source>
      <translation>Diesen Status haben Sie vergeben.</translation>
    </message>
    <message>
      <source>Show in the text</source>
      <translation>Im Text zeigen</translation>
    </message>
    <message>
      <source>In its story: {standing}</source>
      <translation>In der Geschichte: {standing}</translation>
    </message>
    <message>
      <source>Show in the text: {words}</source>
      <translation>Im Text zeigen: {words}</translation>
    </message>
    <message>
      <source>Who said it, in my word</source>
      <translation>Wer es gesagt hat, nach meinem Wort</translation>
    </message>
    <message>
      <source>Correct who said it: type a name, or choose an actor of the article</source>
      <translation>Berichtigen, wer es gesagt hat: Namen eintippen oder einen Akteur des Artikels wählen</translation>
    </message>
    <message>
      <source>Said by</source>
      <translation>Gesagt von</translation>
    </message>
    <message>
      <source>How reliable the source is</source>
      <translation>Wie zuverlässig die Quelle ist</translation>
    </message>
    <message>
      <source>Source: not rated</source>
      <translation>Quelle: offen</translation>
    </message>
    <message>
      <source>How credible the information is</source>
      <translation>Wie glaubhaft die Information ist</translation>
    </message>
    <message>
      <source>Word: not rated</source>
      <translation>Wort: offen</translation>
    </message>
    <message>
      <source>The article itself</source>
      <translation>Der Artikel selbst</translation>
    </message>
    <message>
      <source>Nothing.</source>
      <translation>Nichts.</translation>
    </message>
    <message>
      <source>How confirmed it is</source>
      <translation>Wie bestätigt es ist</translation>
    </message>
    <message>
      <source>Independent origins</source>
      <translation>Unabhängige Ursprünge</translation>
    </message>
    <message>
      <source>Still to ask</source>
      <translation>Noch zu fragen</translation>
    </message>
    <message>
      <source>What rests on a single source</source>
      <translation>Was auf einer einzigen Quelle beruht</translation>
    </message>
    <message>
      <source>Only in one place</source>
      <translation>Nur an einem Ort</translation>
    </message>
    <message>
      <source>Only one tag</source>
      <translation>Nur ein Schlagwort</translation>
    </message>
    <message>
      <source>Only what changed lately</source>
      <translation>Nur kürzlich Geändertes</translation>
    </message>
    <message>
      <source>At any time</source>
      <translation>Jederzeit</translation>
    </message>
    <message>
      <source>In a day</source>
      <translation>Seit einem Tag</translation>
    </message>
    <message>
      <source>In a week</source>
      <translation>Seit einer Woche</translation>
    </message>
    <message>
      <source>In a month</source>
      <translation>Seit einem Monat</translation>
    </message>
    <message>
      <source>In all articles</source>
      <translation>In allen Artikeln</translation>
    </message>
    <message>
      <source>In the open article</source>
      <translation>Im geöffneten Artikel</translation>
    </message>
    <message>
      <source>Any tag</source>
      <translation>Jedes Schlagwort</translation>
    </message>
    <message>
      <source>In “{name}”</source>
      <translation>In „{name}“</translation>
    </message>
    <message>
      <source>Words in notes, quotations and tags</source>
      <translation>Wörter in Notizen, Zitaten und Schlagwörtern</translation>
    </message>
    <message>
      <source>Only one colour</source>
      <translation>Nur eine Farbe</translation>
    </message>
    <message>
      <source>All colours</source>
      <translation>Alle Farben</translation>
    </message>
    <message>
      <source>with a note</source>
      <translation>mit Notiz</translation>
    </message>
    <message>
      <source>not in the text any more</source>
      <translation>nicht mehr im Text</translation>
    </message>
    <message>
      <source>Annotations</source>
      <translation>Anmerkungen</translation>
    </message>
    <message numerus="yes">
      <source>%n annotation(s)</source>
      <translation>
        <numerusform>%n Anmerkung</numerusform>
        <numerusform>%n Anmerkungen</numerusform>
      </translation>
    </message>
    <message>
      <source>No annotation is like this.</source>
      <translation>Keine Anmerkung ist so.</translation>
    </message>
    <message>
      <source>Select words in an article and press {highlight} to highlight them, or {note} to write a note.</source>
      <translation>Wählen Sie Wörter in einem Artikel aus; {highlight} markiert sie, {note} schreibt eine Notiz.</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>Schlagwort</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Wörter</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Geändert</translation>
    </message>
    <message>
      <source>Note on a claim</source>
      <translation>Notiz zu einer Aussage</translation>
    </message>
    <message>
      <source>Show in article</source>
      <translation>Im Artikel zeigen</translation>
    </message>
    <message>
      <source>Open the article at these words.</source>
      <translation>Den Artikel an diesen Wörtern öffnen.</translation>
    </message>
    <message>
      <source>Place here</source>
      <translation>Hierher setzen</translation>
    </message>
    <message>
      <source>Move it to the words that are selected in its article.</source>
      <translation>Zu den Wörtern rücken, die in ihrem Artikel ausgewählt sind.</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Farbe …</translation>
    </message>
    <message>
      <source>Give all selected another colour.</source>
      <translation>Allen ausgewählten eine andere Farbe geben.</translation>
    </message>
    <message>
      <source>Give all selected a tag.</source>
      <translation>Allen ausgewählten ein Schlagwort geben.</translation>
    </message>
    <message>
      <source>Put all selected into the bin.</source>
      <translation>Alle ausgewählten in den Papierkorb legen.</translation>
    </message>
    <message>
      <source>Claim: {words}</source>
      <translation>Aussage: {words}</translation>
    </message>
    <message>
      <source>{n} in the library whose words are not in the text any more</source>
      <translation>{n} in der Bibliothek, deren Wörter nicht mehr im Text stehen</translation>
    </message>
    <message>
      <source>the last {n} are listed</source>
      <translation>die letzten {n} sind aufgelistet</translation>
    </message>
    <message>
      <source>not in the text any more: {words}</source>
      <translation>nicht mehr im Text: {words}</translation>
    </message>
    <message>
      <source>Untitled</source>
      <translation>Ohne Titel</translation>
    </message>
    <message>
      <source>not analysed yet</source>
      <translation>noch nicht analysiert</translation>
    </message>
    <message numerus="yes">
      <source>%n claim(s)</source>
      <translation>
        <numerusform>%n Aussage</numerusform>
        <numerusform>%n Aussagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n note(s)</source>
      <translation>
        <numerusform>%n Notiz</numerusform>
        <numerusform>%n Notizen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n highlight(s)</source>
      <translation>
        <numerusform>%n Markierung</numerusform>
        <numerusform>%n Markierungen</numerusform>
      </translation>
    </message>
    <message>
      <source>kept twice</source>
      <translation>zweimal vorhanden</translation>
    </message>
    <message>
      <source>added {day}</source>
      <translation>hinzugefügt {day}</translation>
    </message>
    <message>
      <source>The library becomes what it was when the backup was made. What it is now is kept as a backup of its own, so that you can come back. Original files are never touched.</source>
      <translation>Die Bibliothek wird wieder, was sie war, als die Sicherung entstand. Was sie jetzt ist, bleibt als eigene Sicherung, damit Sie zurückkönnen. Originaldateien werden nie angerührt.</translation>
    </message>
    <message>
      <source>made automatically, once a day</source>
      <translation>automatisch, einmal am Tag</translation>
    </message>
    <message>
      <source>made by you</source>
      <translation>von Ihnen</translation>
    </message>
    <message>
      <source>made before Briefing was brought up to date</source>
      <translation>vor der Erneuerung von Briefing</translation>
    </message>
    <message>
      <source>made before another backup was put back</source>
      <translation>bevor eine andere Sicherung zurückgespielt wurde</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>Sicherungen</translation>
    </message>
    <message>
      <source>Leave it as it is</source>
      <translation>Lassen, wie es ist</translation>
    </message>
    <message>
      <source>Restore this backup</source>
      <translation>Diese Sicherung zurückspielen</translation>
    </message>
    <message>
      <source>The library is damaged</source>
      <translation>Die Bibliothek ist beschädigt</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>Sicherung zurückspielen</translation>
    </message>
    <message>
      <source>There is no backup yet. Briefing makes one each day on which something changed.</source>
      <translation>Es gibt noch keine Sicherung. Briefing legt an jedem Tag eine an, an dem sich etwas geändert hat.</translation>
    </message>
    <message>
      <source>Save what can be read</source>
      <translation>Retten, was lesbar ist</translation>
    </message>
    <message>
      <source>Sets the damaged library aside and fills a new one with all that is readable.</source>
      <translation>Stellt die beschädigte Bibliothek beiseite und füllt eine neue mit allem Lesbaren.</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Put all selected back where they were.</source>
      <translation>Legt alles Ausgewählte dorthin zurück, wo es war.</translation>
    </message>
    <message>
      <source>What lies in the bin</source>
      <translation>Was im Papierkorb liegt</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Name or words</source>
      <translation>Name oder Worte</translation>
    </message>
    <message>
      <source>Deleted</source>
      <translation>Gelöscht</translation>
    </message>
    <message>
      <source>What lies here is deleted for good after 30 days.</source>
      <translation>Was hier liegt, wird nach 30 Tagen endgültig gelöscht.</translation>
    </message>
    <message>
      <source>The bin is empty. What lies here is deleted after 30 days.</source>
      <translation>Der Papierkorb ist leer. Was hier liegt, wird nach 30 Tagen gelöscht.</translation>
    </message>
    <message>
      <source>No claim of the library is like this.</source>
      <translation>Keine Aussage der Bibliothek gleicht dieser.</translation>
    </message>
    <message>
      <source>{claims} {articles}; Enter shows one in its article.</source>
      <translation>{claims} {articles}; die Eingabetaste zeigt eine in ihrem Artikel.</translation>
    </message>
    <message>
      <source>Claims across the library</source>
      <translation>Aussagen der ganzen Bibliothek</translation>
    </message>
    <message>
      <source>Who else said</source>
      <translation>Wer sagte noch</translation>
    </message>
    <message>
      <source>In other words</source>
      <translation>In anderen Worten</translation>
    </message>
    <message>
      <source>All that is said by</source>
      <translation>Alles, gesagt von</translation>
    </message>
    <message>
      <source>By words, by meaning or by actor</source>
      <translation>Nach Worten, nach Bedeutung oder nach Akteur</translation>
    </message>
    <message>
      <source>Words of the claim, what it means, or name of the actor</source>
      <translation>Worte der Aussage, was sie bedeutet, oder Name des Akteurs</translation>
    </message>
    <message numerus="yes">
      <source>in %n article(s)</source>
      <translation>
        <numerusform>in %n Artikel</numerusform>
        <numerusform>in %n Artikeln</numerusform>
      </translation>
    </message>
    <message>
      <source>{share} % near in meaning</source>
      <translation>{share} % bedeutungsnah</translation>
    </message>
    <message>
      <source>{share} % of the words</source>
      <translation>{share} % der Wörter</translation>
    </message>
    <message>
      <source>Looking for what means that…</source>
      <translation>Suche, was das bedeutet …</translation>
    </message>
    <message>
      <source>A desk is a library that several share on a server of PostgreSQL. Whoever looks after the server gives you the address. Your own library stays as it is.</source>
      <translation>Eine Redaktion teilt eine Bibliothek auf einem Server mit PostgreSQL. Die Adresse bekommen Sie von dem, der den Server betreut. Ihre eigene Bibliothek bleibt, wie sie ist.</translation>
    </message>
    <message>
      <source>Join a desk</source>
      <translation>Einer Redaktion beitreten</translation>
    </message>
    <message>
      <source>Address of the desk</source>
      <translation>Adresse der Redaktion</translation>
    </message>
    <message>
      <source>if the server asks for one</source>
      <translation>wenn der Server eines verlangt</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Passwort</translation>
    </message>
    <message>
      <source>Keep the password in the keyring of the system</source>
      <translation>Das Passwort im Schlüsselbund des Systems aufbewahren</translation>
    </message>
    <message>
      <source>Join</source>
      <translation>Beitreten</translation>
    </message>
    <message>
      <source>Test the connection</source>
      <translation>Verbindung prüfen</translation>
    </message>
    <message>
      <source>Work in the offline copy</source>
      <translation>In der Kopie arbeiten</translation>
    </message>
    <message>
      <source>Looking at the desk…</source>
      <translation>Die Redaktion wird gesucht …</translation>
    </message>
    <message>
      <source>titles</source>
      <translation>Titeln</translation>
    </message>
    <message>
      <source>texts</source>
      <translation>Texten</translation>
    </message>
    <message>
      <source>claims</source>
      <translation>Aussagen</translation>
    </message>
    <message>
      <source>names</source>
      <translation>Namen</translation>
    </message>
    <message>
      <source>notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <source>tags</source>
      <translation>Schlagwörtern</translation>
    </message>
    <message>
      <source>ferry "northern harbour" nego*</source>
      <translation>Fähre "nördlicher Hafen" verhand*</translation>
    </message>
    <message>
      <source>ferry bridge</source>
      <translation>Fähre Brücke</translation>
    </message>
    <message>
      <source>rumour</source>
      <translation>Gerücht</translation>
    </message>
    <message>
      <source>a name, or several with a comma between two</source>
      <translation>ein Name, oder mehrere mit Komma dazwischen</translation>
    </message>
    <message>
      <source>urgent, harbour</source>
      <translation>dringend, Hafen</translation>
    </message>
    <message>
      <source>2026-05-01, 2026-05 or 2026</source>
      <translation>2026-05-01, 2026-05 oder 2026</translation>
    </message>
    <message>
      <source>2026-06-01</source>
      <translation>2026-06-01</translation>
    </message>
    <message>
      <source>Only in</source>
      <translation>Nur in</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <source>With a claim that is</source>
      <translation>Mit einer Aussage, die so ist</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>All of these words</source>
      <translation>Alle diese Wörter</translation>
    </message>
    <message>
      <source>Any of these</source>
      <translation>Eines dieser Wörter</translation>
    </message>
    <message>
      <source>None of these</source>
      <translation>Keines dieser Wörter</translation>
    </message>
    <message>
      <source>Published from</source>
      <translation>Erschienen ab</translation>
    </message>
    <message>
      <source>Published before</source>
      <translation>Erschienen vor</translation>
    </message>
    <message>
      <source>This cannot be searched for: a date is no date, or there are no letters.</source>
      <translation>Danach lässt sich nicht suchen: Ein Datum ist keines, oder es sind keine Buchstaben da.</translation>
    </message>
    <message>
      <source>As it would be typed: {typed}</source>
      <translation>So würde man es eintippen: {typed}</translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) found</source>
      <translation>
        <numerusform>%n Artikel gefunden</numerusform>
        <numerusform>%n Artikel gefunden</numerusform>
      </translation>
    </message>
    <message>
      <source>Articles that you open are kept here. Press {open}, or drop a file.</source>
      <translation>Hier bleiben die Artikel, die Sie öffnen. Drücken Sie {open}, oder legen Sie eine Datei ab.</translation>
    </message>
    <message>
      <source>Newest</source>
      <translation>Neueste</translation>
    </message>
    <message>
      <source>Last read</source>
      <translation>Zuletzt gelesen</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>Länge</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>Shelves</source>
      <translation>Fächer</translation>
    </message>
    <message>
      <source>Show or hide the shelves</source>
      <translation>Die Fächer zeigen oder verbergen</translation>
    </message>
    <message>
      <source>All articles</source>
      <translation>Alle Artikel</translation>
    </message>
    <message>
      <source>Sort articles by</source>
      <translation>Artikel sortieren nach</translation>
    </message>
    <message>
      <source>Nothing was found. Fewer words, or the beginning of one with *, find more.</source>
      <translation>Nichts gefunden. Weniger Wörter, oder der Anfang von einem mit *, finden mehr.</translation>
    </message>
    <message>
      <source>The inbox is empty: all articles are read, or lie in a collection.</source>
      <translation>Der Eingang ist leer: Alle Artikel sind gelesen oder liegen in einer Sammlung.</translation>
    </message>
    <message>
      <source>Nothing is unread.</source>
      <translation>Nichts ist ungelesen.</translation>
    </message>
    <message>
      <source>What you read appears here, the last first.</source>
      <translation>Was Sie lesen, erscheint hier, das Letzte zuerst.</translation>
    </message>
    <message>
      <source>Drag articles onto the collection, or press {collect}.</source>
      <translation>Ziehen Sie Artikel auf die Sammlung, oder drücken Sie {collect}.</translation>
    </message>
    <message>
      <source>No article carries this tag any more.</source>
      <translation>Kein Artikel trägt dieses Schlagwort mehr.</translation>
    </message>
    <message>
      <source>No article lies in the bin. Press {bin} for all else that was deleted; after 30 days it is gone.</source>
      <translation>Kein Artikel liegt im Papierkorb. {bin} zeigt alles andere, was gelöscht wurde; nach 30 Tagen ist es fort.</translation>
    </message>
    <message>
      <source>{n} articles or more</source>
      <translation>{n} Artikel oder mehr</translation>
    </message>
    <message>
      <source>Found anywhere</source>
      <translation>Irgendwo gefunden</translation>
    </message>
    <message>
      <source>Found in texts</source>
      <translation>In Texten gefunden</translation>
    </message>
    <message>
      <source>Found in claims</source>
      <translation>In Aussagen gefunden</translation>
    </message>
    <message>
      <source>Found in names</source>
      <translation>In Namen gefunden</translation>
    </message>
    <message>
      <source>Found in notes</source>
      <translation>In Notizen gefunden</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>Text {n}</source>
      <translation>Text {n}</translation>
    </message>
    <message>
      <source>Claims {n}</source>
      <translation>Aussagen {n}</translation>
    </message>
    <message>
      <source>Names {n}</source>
      <translation>Namen {n}</translation>
    </message>
    <message>
      <source>Notes {n}</source>
      <translation>Notizen {n}</translation>
    </message>
    <message>
      <source>Inbox</source>
      <translation>Eingang</translation>
    </message>
    <message>
      <source>Unread</source>
      <translation>Ungelesen</translation>
    </message>
    <message>
      <source>Recently read</source>
      <translation>Kürzlich gelesen</translation>
    </message>
    <message>
      <source>{name}, {n} articles</source>
      <translation>{name}, {n} Artikel</translation>
    </message>
    <message>
      <source>Collections</source>
      <translation>Sammlungen</translation>
    </message>
    <message>
      <source>Saved searches</source>
      <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
      <source>Tags, with a comma between two</source>
      <translation>Schlagwörter, mit Komma dazwischen</translation>
    </message>
    <message>
      <source>Search the manual</source>
      <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
      <source>Page of the manual</source>
      <translation>Seite des Handbuchs</translation>
    </message>
    <message>
      <source>Contents of the manual</source>
      <translation>Inhalt des Handbuchs</translation>
    </message>
    <message>
      <source>{page} – Manual</source>
      <translation>{page} – Handbuch</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>Meldungen</translation>
    </message>
    <message>
      <source>What can be done about it</source>
      <translation>Was sich dagegen tun lässt</translation>
    </message>
    <message>
      <source>Close the message</source>
      <translation>Die Meldung schließen</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <source>Mark</source>
      <translation>Markieren</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>Bibliothek</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Boilerplate</source>
      <translation>Beiwerk</translation>
    </message>
    <message>
      <source>Reasons for statuses</source>
      <translation>Gründe der Status</translation>
    </message>
    <message>
      <source>My highlights and notes</source>
      <translation>Meine Markierungen und Notizen</translation>
    </message>
    <message>
      <source>Dismissed claims</source>
      <translation>Verworfene Aussagen</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>Legende</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Strong contrast</source>
      <translation>Starker Kontrast</translation>
    </message>
    <message>
      <source>Strong contrast, dark</source>
      <translation>Starker Kontrast, dunkel</translation>
    </message>
    <message>
      <source>as certain</source>
      <translation>als sicher</translation>
    </message>
    <message>
      <source>as probable</source>
      <translation>als wahrscheinlich</translation>
    </message>
    <message>
      <source>as possible</source>
      <translation>als möglich</translation>
    </message>
    <message>
      <source>as unknown</source>
      <translation>als unbekannt</translation>
    </message>
    <message>
      <source>denied</source>
      <translation>bestritten</translation>
    </message>
    <message>
      <source>as probably not so</source>
      <translation>als wahrscheinlich nicht so</translation>
    </message>
    <message>
      <source>as possibly not so</source>
      <translation>als möglicherweise nicht so</translation>
    </message>
    <message>
      <source>not denied</source>
      <translation>nicht bestritten</translation>
    </message>
    <message>
      <source>title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>outlet</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>author</source>
      <translation>Verfasser</translation>
    </message>
    <message>
      <source>date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>section</source>
      <translation>Abschnitt</translation>
    </message>
    <message>
      <source>page</source>
      <translation>Seite</translation>
    </message>
    <message>
      <source>time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>message</source>
      <translation>Nachricht</translation>
    </message>
    <message>
      <source>location</source>
      <translation>Position</translation>
    </message>
    <message>
      <source>paragraph</source>
      <translation>Absatz</translation>
    </message>
    <message>
      <source>p. {place}</source>
      <translation>S. {place}</translation>
    </message>
    <message>
      <source>at {place}</source>
      <translation>bei {place}</translation>
    </message>
    <message>
      <source>message {place}</source>
      <translation>Nachricht {place}</translation>
    </message>
    <message>
      <source>location {place}</source>
      <translation>Position {place}</translation>
    </message>
    <message>
      <source>person</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>organization</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>government</source>
      <translation>Regierung</translation>
    </message>
    <message>
      <source>country</source>
      <translation>Staat</translation>
    </message>
    <message>
      <source>media</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>document</source>
      <translation>Dokument</translation>
    </message>
    <message>
      <source>group</source>
      <translation>Gruppe</translation>
    </message>
    <message>
      <source>A · completely reliable</source>
      <translation>A · völlig zuverlässig</translation>
    </message>
    <message>
      <source>B · usually reliable</source>
      <translation>B · meist zuverlässig</translation>
    </message>
    <message>
      <source>C · fairly reliable</source>
      <translation>C · ziemlich zuverlässig</translation>
    </message>
    <message>
      <source>D · not usually reliable</source>
      <translation>D · meist nicht zuverlässig</translation>
    </message>
    <message>
      <source>E · unreliable</source>
      <translation>E · unzuverlässig</translation>
    </message>
    <message>
      <source>F · cannot be judged</source>
      <translation>F · nicht zu beurteilen</translation>
    </message>
    <message>
      <source>1 · confirmed by others</source>
      <translation>1 · von anderen bestätigt</translation>
    </message>
    <message>
      <source>2 · probably true</source>
      <translation>2 · wahrscheinlich wahr</translation>
    </message>
    <message>
      <source>3 · possibly true</source>
      <translation>3 · möglicherweise wahr</translation>
    </message>
    <message>
      <source>4 · doubtful</source>
      <translation>4 · zweifelhaft</translation>
    </message>
    <message>
      <source>5 · improbable</source>
      <translation>5 · unwahrscheinlich</translation>
    </message>
    <message>
      <source>6 · cannot be judged</source>
      <translation>6 · nicht zu beurteilen</translation>
    </message>
    <message>
      <source>Who is that? Ask for a name, or for a second source.</source>
      <translation>Wer ist das? Fragen Sie nach einem Namen oder einer zweiten Quelle.</translation>
    </message>
    <message>
      <source>Who else can affirm what only this source says?</source>
      <translation>Wer kann noch bekräftigen, was nur diese Quelle sagt?</translation>
    </message>
    <message>
      <source>Is accused and does not speak: was an answer asked for?</source>
      <translation>Wird beschuldigt und spricht nicht: Wurde um eine Antwort gebeten?</translation>
    </message>
    <message>
      <source>Can the original be seen?</source>
      <translation>Lässt sich das Original einsehen?</translation>
    </message>
    <message>
      <source>What is stated as fact here is known only from a source: name it again.</source>
      <translation>Was hier als Tatsache steht, ist nur von einer Quelle bekannt: Nennen Sie sie noch einmal.</translation>
    </message>
    <message>
      <source>What is left open here, and who would know?</source>
      <translation>Was bleibt hier offen, und wer wüsste es?</translation>
    </message>
    <message>
      <source>Yellow</source>
      <translation>Gelb</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <source>Pink</source>
      <translation>Rosa</translation>
    </message>
    <message>
      <source>Orange</source>
      <translation>Orange</translation>
    </message>
    <message>
      <source>Violet</source>
      <translation>Violett</translation>
    </message>
    <message>
      <source>Mint</source>
      <translation>Türkis</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>Grau</translation>
    </message>
    <message>
      <source>less than a minute left</source>
      <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
      <source>day of reading</source>
      <translation>Tag des Lesens</translation>
    </message>
    <message>
      <source>How the source knows: {words}</source>
      <translation>Woher die Quelle es weiß: {words}</translation>
    </message>
    <message>
      <source>Why it has no name: {words}</source>
      <translation>Warum sie keinen Namen hat: {words}</translation>
    </message>
    <message>
      <source>Briefing found: {words}</source>
      <translation>Briefing fand: {words}</translation>
    </message>
    <message>
      <source>Disputed by {names}</source>
      <translation>Bestritten von {names}</translation>
    </message>
    <message>
      <source>about {n} h left</source>
      <translation>noch etwa {n} h</translation>
    </message>
    <message>
      <source>Note or highlight</source>
      <translation>Notiz oder Markierung</translation>
    </message>
    <message>
      <source>Saved search</source>
      <translation>Gespeicherte Suche</translation>
    </message>
    <message>
      <source>Brief</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>{others} and {last}</source>
      <translation>{others} und {last}</translation>
    </message>
    <message>
      <source>Nobody named</source>
      <translation>Niemand genannt</translation>
    </message>
    <message>
      <source>about {n} min left</source>
      <translation>noch etwa {n} min</translation>
    </message>
    <message>
      <source>the pasted text</source>
      <translation>der eingefügte Text</translation>
    </message>
    <message>
      <source>Literata, with serifs</source>
      <translation>Literata, mit Serifen</translation>
    </message>
    <message>
      <source>Inter, without serifs</source>
      <translation>Inter, ohne Serifen</translation>
    </message>
    <message>
      <source>Atkinson Hyperlegible, for tired eyes</source>
      <translation>Atkinson Hyperlegible, für müde Augen</translation>
    </message>
    <message>
      <source>Short</source>
      <translation>Kurz</translation>
    </message>
    <message>
      <source>Medium</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <source>Long</source>
      <translation>Lang</translation>
    </message>
    <message>
      <source>Tight</source>
      <translation>Eng</translation>
    </message>
    <message>
      <source>Normal</source>
      <translation>Normal</translation>
    </message>
    <message>
      <source>Loose</source>
      <translation>Weit</translation>
    </message>
    <message>
      <source>Of menus, buttons and messages; holds from the next start on.</source>
      <translation>Die der Menüs, Knöpfe und Meldungen; gilt ab dem nächsten Start.</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <source>Colours of the whole window.</source>
      <translation>Farben des ganzen Fensters.</translation>
    </message>
    <message>
      <source>Size of the text</source>
      <translation>Größe des Textes</translation>
    </message>
    <message>
      <source>Of the article and of all around it, in per cent.</source>
      <translation>Des Artikels und von allem um ihn herum, in Prozent.</translation>
    </message>
    <message>
      <source>What articles are set in.</source>
      <translation>Worin Artikel gesetzt sind.</translation>
    </message>
    <message>
      <source>Length of lines</source>
      <translation>Länge der Zeilen</translation>
    </message>
    <message>
      <source>How many letters a line has.</source>
      <translation>Wie viele Buchstaben eine Zeile hat.</translation>
    </message>
    <message>
      <source>Spacing</source>
      <translation>Abstände</translation>
    </message>
    <message>
      <source>Room between lines and paragraphs.</source>
      <translation>Raum zwischen Zeilen und Absätzen.</translation>
    </message>
    <message>
      <source>Calm marks</source>
      <translation>Ruhige Markierungen</translation>
    </message>
    <message>
      <source>Lines, numbers, actors and cues of the chosen claim alone, and of that under the pointer.</source>
      <translation>Linien, Nummern, Akteure und Signalwörter nur der gewählten Aussage und der unter dem Zeiger.</translation>
    </message>
    <message>
      <source>Menus, related posts and the like are not shown.</source>
      <translation>Menüs, verwandte Beiträge und Ähnliches werden nicht gezeigt.</translation>
    </message>
    <message>
      <source>Colour of highlights</source>
      <translation>Farbe der Markierungen</translation>
    </message>
    <message>
      <source>That of the next highlight.</source>
      <translation>Die der nächsten Markierung.</translation>
    </message>
    <message>
      <source>Author of briefs</source>
      <translation>Verfasser der Dossiers</translation>
    </message>
    <message>
      <source>Who signs what you export.</source>
      <translation>Wer unterschreibt, was Sie exportieren.</translation>
    </message>
    <message>
      <source>Preferences</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Find a preference</source>
      <translation>Eine Einstellung finden</translation>
    </message>
    <message>
      <source>What you change holds at once, another language at the next start.</source>
      <translation>Was Sie ändern, gilt sofort, eine andere Sprache ab dem nächsten Start.</translation>
    </message>
    <message>
      <source>{why} What you write stays here, and is saved as soon as the desk is there again.</source>
      <translation>{why} Was Sie schreiben, bleibt hier und wird gespeichert, sobald die Redaktion wieder da ist.</translation>
    </message>
    <message>
      <source>Nothing that you write here can be saved. {why}</source>
      <translation>Nichts, was Sie hier schreiben, kann gespeichert werden. {why}</translation>
    </message>
    <message>
      <source>About the article</source>
      <translation>Über den Artikel</translation>
    </message>
    <message numerus="yes">
      <source>%n min to read</source>
      <translation>
        <numerusform>%n Min. Lesezeit</numerusform>
        <numerusform>%n Min. Lesezeit</numerusform>
      </translation>
    </message>
    <message>
      <source>{status}: {n}. A click shows these claims alone.</source>
      <translation>{status}: {n}. Ein Klick zeigt nur diese Aussagen.</translation>
    </message>
    <message>
      <source>{address}
A click shows the page in your browser.</source>
      <translation>{address}
Ein Klick zeigt die Seite in Ihrem Browser.</translation>
    </message>
    <message>
      <source>By {name}</source>
      <translation>Von {name}</translation>
    </message>
    <message>
      <source>Struck out in the original.</source>
      <translation>Im Original durchgestrichen.</translation>
    </message>
    <message>
      <source>“{label}” is {name}.</source>
      <translation>„{label}“ ist {name}.</translation>
    </message>
    <message>
      <source>Find in this article</source>
      <translation>In diesem Artikel suchen</translation>
    </message>
    <message>
      <source>Previous hit</source>
      <translation>Voriger Treffer</translation>
    </message>
    <message>
      <source>Next hit</source>
      <translation>Nächster Treffer</translation>
    </message>
    <message>
      <source>Not found</source>
      <translation>Nicht gefunden</translation>
    </message>
    <message>
      <source>{hit} of {hits}</source>
      <translation>{hit} von {hits}</translation>
    </message>
    <message>
      <source>Notes in the margin</source>
      <translation>Notizen am Rand</translation>
    </message>
    <message>
      <source>Map of the claims</source>
      <translation>Karte der Aussagen</translation>
    </message>
    <message>
      <source>Claim {number}: {status}</source>
      <translation>Aussage {number}: {status}</translation>
    </message>
    <message>
      <source>Note on the highlight</source>
      <translation>Notiz zur Markierung</translation>
    </message>
    <message>
      <source>Tags of the highlight</source>
      <translation>Schlagwörter der Markierung</translation>
    </message>
    <message>
      <source>Tags, parted by commas</source>
      <translation>Schlagwörter, mit Kommas getrennt</translation>
    </message>
    <message>
      <source>Only I see this</source>
      <translation>Nur für mich</translation>
    </message>
    <message>
      <source>Write a note; it is saved as you type</source>
      <translation>Eine Notiz schreiben; beim Tippen gespeichert</translation>
    </message>
    <message>
      <source>Colleagues at the desk neither see this note nor find it.</source>
      <translation>Andere in der Redaktion sehen und finden diese Notiz nicht.</translation>
    </message>
    <message>
      <source>Original, page {page} of {pages}</source>
      <translation>Original, Seite {page} von {pages}</translation>
    </message>
    <message>
      <source>Show the text alone.</source>
      <translation>Zeigt den Text allein.</translation>
    </message>
    <message>
      <source>Go to…</source>
      <translation>Gehen zu …</translation>
    </message>
    <message>
      <source>Find a section</source>
      <translation>Einen Abschnitt finden</translation>
    </message>
    <message>
      <source>Sections of the article</source>
      <translation>Abschnitte des Artikels</translation>
    </message>
    <message>
      <source>The number is that of the claims in the section.</source>
      <translation>Die Zahl ist die der Aussagen im Abschnitt.</translation>
    </message>
    <message>
      <source>{words}, {claims} claims</source>
      <translation>{words}, {claims} Aussagen</translation>
    </message>
    <message>
      <source>Pages of the original</source>
      <translation>Seiten des Originals</translation>
    </message>
    <message>
      <source>The article beside</source>
      <translation>Der Artikel daneben</translation>
    </message>
    <message>
      <source>Swap</source>
      <translation>Tauschen</translation>
    </message>
    <message>
      <source>Let the two articles change places, to write on this one.</source>
      <translation>Die beiden Artikel die Plätze tauschen lassen, um an diesem zu schreiben.</translation>
    </message>
    <message>
      <source>Show one article alone.</source>
      <translation>Einen Artikel allein zeigen.</translation>
    </message>
    <message>
      <source>Click a claim to see who says it.</source>
      <translation>Klicken Sie eine Aussage an, um zu sehen, wer sie macht.</translation>
    </message>
    <message>
      <source>What to do with the selected words</source>
      <translation>Was mit den ausgewählten Wörtern geschehen soll</translation>
    </message>
    <message>
      <source>Name speaker</source>
      <translation>Sprecher benennen</translation>
    </message>
    <message>
      <source>Label in the article</source>
      <translation>Kürzel im Artikel</translation>
    </message>
    <message>
      <source>Who speaks</source>
      <translation>Wer spricht</translation>
    </message>
    <message>
      <source>The name holds for all that stands under the label, and the text stays as it is. An empty name takes it back.</source>
      <translation>Der Name gilt für alles, was unter dem Kürzel steht; der Text bleibt, wie er ist. Ein leerer Name nimmt ihn zurück.</translation>
    </message>
    <message>
      <source>Make claim</source>
      <translation>Aussage machen</translation>
    </message>
    <message>
      <source>Change status</source>
      <translation>Status ändern</translation>
    </message>
    <message>
      <source>Correct source</source>
      <translation>Quelle berichtigen</translation>
    </message>
    <message>
      <source>Take back dispute</source>
      <translation>Bestreitung zurücknehmen</translation>
    </message>
    <message>
      <source>Rate claim</source>
      <translation>Aussage bewerten</translation>
    </message>
    <message>
      <source>Correct details</source>
      <translation>Angaben berichtigen</translation>
    </message>
    <message>
      <source>Write note</source>
      <translation>Notiz schreiben</translation>
    </message>
    <message>
      <source>The note was removed meanwhile; what you wrote on it is not kept.</source>
      <translation>Die Notiz wurde inzwischen entfernt; was Sie dazu geschrieben haben, ist nicht gespeichert.</translation>
    </message>
    <message>
      <source>Copy what was not saved</source>
      <translation>Kopieren, was nicht gespeichert wurde</translation>
    </message>
    <message>
      <source>Tag highlight</source>
      <translation>Markierung verschlagworten</translation>
    </message>
    <message>
      <source>Remove my claim</source>
      <translation>Meine Aussage entfernen</translation>
    </message>
    <message>
      <source>Dismiss claim</source>
      <translation>Aussage verwerfen</translation>
    </message>
    <message>
      <source>Restore claim</source>
      <translation>Aussage zurückholen</translation>
    </message>
    <message>
      <source>Change words of claim</source>
      <translation>Wörter der Aussage ändern</translation>
    </message>
    <message>
      <source>Dispute claim</source>
      <translation>Aussage bestreiten</translation>
    </message>
    <message>
      <source>Rename actor</source>
      <translation>Akteur umbenennen</translation>
    </message>
    <message>
      <source>Split actor</source>
      <translation>Akteur trennen</translation>
    </message>
    <message>
      <source>Everything is saved</source>
      <translation>Alles ist gespeichert</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Wird gespeichert …</translation>
    </message>
    <message>
      <source>Not saved yet; trying again</source>
      <translation>Noch nicht gespeichert; es wird weiter versucht</translation>
    </message>
    <message>
      <source>The last change was not saved</source>
      <translation>Die letzte Änderung wurde nicht gespeichert</translation>
    </message>
    <message>
      <source>Read-only: nothing can be saved</source>
      <translation>Nur lesbar: Nichts kann gespeichert werden</translation>
    </message>
    <message>
      <source>{why} What you do is not saved yet: it stays here, and is tried again until it is.</source>
      <translation>{why} Was Sie tun, ist noch nicht gespeichert: Es bleibt hier stehen und wird weiter versucht, bis es gespeichert ist.</translation>
    </message>
    <message>
      <source>Copy what is not saved</source>
      <translation>Kopieren, was nicht gespeichert ist</translation>
    </message>
    <message>
      <source>Undone in another article: {name}.</source>
      <translation>In einem anderen Artikel zurückgenommen: {name}.</translation>
    </message>
    <message>
      <source>Done again in another: {name}.</source>
      <translation>In einem anderen wiederholt: {name}.</translation>
    </message>
    <message>
      <source>The analysis was stopped; what it found so far stays on the screen.</source>
      <translation>Die Analyse wurde angehalten; was sie bis dahin fand, bleibt auf dem Bildschirm.</translation>
    </message>
    <message>
      <source>Somebody else wrote here at the same time; the words of both are kept.</source>
      <translation>Zur gleichen Zeit hat hier jemand anders geschrieben; die Worte von beiden sind gespeichert.</translation>
    </message>
    <message>
      <source>What waited is saved now.</source>
      <translation>Was gewartet hat, ist jetzt gespeichert.</translation>
    </message>
    <message>
      <source>No two articles of the library tell one story yet.</source>
      <translation>Noch erzählen keine zwei Artikel der Bibliothek dieselbe Geschichte.</translation>
    </message>
    <message>
      <source>Stories of the library</source>
      <translation>Geschichten der Bibliothek</translation>
    </message>
    <message>
      <source>Make the chosen stories one</source>
      <translation>Die gewählten Geschichten zu einer machen</translation>
    </message>
    <message numerus="yes">
      <source>%n story(s) of several articles; Enter shows one.</source>
      <translation>
        <numerusform>%n Geschichte aus mehreren Artikeln; die Eingabetaste zeigt sie.</numerusform>
        <numerusform>%n Geschichten aus mehreren Artikeln; die Eingabetaste zeigt eine.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Told in %n article(s)</source>
      <translation>
        <numerusform>Erzählt in %n Artikel</numerusform>
        <numerusform>Erzählt in %n Artikeln</numerusform>
      </translation>
    </message>
    <message>
      <source>Story</source>
      <translation>Geschichte</translation>
    </message>
    <message>
      <source>Agreed</source>
      <translation>Übereinstimmend</translation>
    </message>
    <message>
      <source>Disputed</source>
      <translation>Umstritten</translation>
    </message>
    <message>
      <source>Told by one alone</source>
      <translation>Nur von einem erzählt</translation>
    </message>
    <message>
      <source>Lost its source</source>
      <translation>Quelle verloren</translation>
    </message>
    <message>
      <source>Figures that differ</source>
      <translation>Abweichende Zahlen</translation>
    </message>
    <message>
      <source>Articles, by date</source>
      <translation>Artikel, nach Datum</translation>
    </message>
    <message>
      <source>Told as fact in: {articles}</source>
      <translation>Als Tatsache erzählt in: {articles}</translation>
    </message>
    <message>
      <source>Make a brief of what is agreed, disputed, told by one alone and lost its source</source>
      <translation>Ein Dossier machen: was übereinstimmt, was umstritten ist, was nur einer erzählt, was seine Quelle verlor</translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) tell this story. Enter shows the words in their article.</source>
      <translation>
        <numerusform>%n Artikel erzählt diese Geschichte. Die Eingabetaste zeigt die Worte in ihrem Artikel.</numerusform>
        <numerusform>%n Artikel erzählen diese Geschichte. Die Eingabetaste zeigt die Worte in ihrem Artikel.</numerusform>
      </translation>
    </message>
    <message>
      <source>The same</source>
      <translation>Dasselbe</translation>
    </message>
    <message>
      <source>Two chosen sayings say the same</source>
      <translation>Zwei gewählte Äußerungen sagen dasselbe</translation>
    </message>
    <message>
      <source>Not the same</source>
      <translation>Nicht dasselbe</translation>
    </message>
    <message>
      <source>Two chosen sayings differ</source>
      <translation>Zwei gewählte Äußerungen sagen Verschiedenes</translation>
    </message>
    <message>
      <source>Denies</source>
      <translation>Bestreitet</translation>
    </message>
    <message>
      <source>One of two chosen sayings denies the other</source>
      <translation>Von zwei gewählten Äußerungen bestreitet eine die andere</translation>
    </message>
    <message>
      <source>The chosen articles are another story</source>
      <translation>Die gewählten Artikel sind eine andere Geschichte</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Herauslassen</translation>
    </message>
    <message>
      <source>The chosen articles tell no story</source>
      <translation>Die gewählten Artikel erzählen keine Geschichte</translation>
    </message>
    <message>
      <source>Give the story a name</source>
      <translation>Der Geschichte einen Namen geben</translation>
    </message>
    <message>
      <source>Make a brief</source>
      <translation>Ein Dossier machen</translation>
    </message>
    <message>
      <source>This article is being compared with the others; its story comes in a moment.</source>
      <translation>Dieser Artikel wird mit den anderen verglichen; seine Geschichte kommt gleich.</translation>
    </message>
    <message>
      <source>Story: {name}</source>
      <translation>Geschichte: {name}</translation>
    </message>
    <message>
      <source>Name of the story</source>
      <translation>Name der Geschichte</translation>
    </message>
    <message>
      <source>{later} {unit} after {earlier}: brought up to date</source>
      <translation>{later} {unit} nach {earlier}: auf den neuen Stand gebracht</translation>
    </message>
    <message numerus="yes">
      <source>%n independent origin(s)</source>
      <translation>
        <numerusform>%n unabhängiger Ursprung</numerusform>
        <numerusform>%n unabhängige Ursprünge</numerusform>
      </translation>
    </message>
    <message>
      <source>no source named anywhere</source>
      <translation>nirgends eine Quelle genannt</translation>
    </message>
    <message>
      <source>{earlier} or {later} {unit}: they conflict</source>
      <translation>{earlier} oder {later} {unit}: ein Widerspruch</translation>
    </message>
    <message>
      <source>the article itself</source>
      <translation>der Artikel selbst</translation>
    </message>
    <message>
      <source>{origins} in {articles}</source>
      <translation>{origins} in {articles}</translation>
    </message>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n Artikel</numerusform>
        <numerusform>%n Artikeln</numerusform>
      </translation>
    </message>
    <message>
      <source>Against it, {who}: {words}</source>
      <translation>Dagegen, {who}: {words}</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>Hinzugekommen</translation>
    </message>
    <message>
      <source>Dropped</source>
      <translation>Weggefallen</translation>
    </message>
    <message>
      <source>Said with less certainty</source>
      <translation>Weniger sicher gesagt</translation>
    </message>
    <message>
      <source>Said with more certainty</source>
      <translation>Sicherer gesagt</translation>
    </message>
    <message>
      <source>Given to another source</source>
      <translation>Einer anderen Quelle zugeschrieben</translation>
    </message>
    <message>
      <source>Another number</source>
      <translation>Eine andere Zahl</translation>
    </message>
    <message>
      <source>Given a source</source>
      <translation>Mit Quelle versehen</translation>
    </message>
    <message>
      <source>Turned into the opposite</source>
      <translation>Ins Gegenteil verkehrt</translation>
    </message>
    <message>
      <source>{standing}, contradicted by {number}</source>
      <translation>{standing}, {number} im Widerspruch dazu</translation>
    </message>
    <message>
      <source>{standing}, in your word disputed by {names}</source>
      <translation>{standing}, nach Ihrem Wort bestritten von {names}</translation>
    </message>
    <message>
      <source>Denied: {words}</source>
      <translation>Bestritten: {words}</translation>
    </message>
    <message>
      <source>Told by several</source>
      <translation>Von mehreren erzählt</translation>
    </message>
    <message>
      <source>Much the same text</source>
      <translation>Weitgehend derselbe Text</translation>
    </message>
    <message>
      <source>Speaks for</source>
      <translation>Spricht für</translation>
    </message>
    <message>
      <source>Spokespeople</source>
      <translation>Wer für sie oder ihn spricht</translation>
    </message>
    <message>
      <source>Changed position</source>
      <translation>Geänderte Haltung</translation>
    </message>
    <message>
      <source>Contradicted</source>
      <translation>Im Widerspruch</translation>
    </message>
    <message>
      <source>On own acts and positions</source>
      <translation>Über eigenes Handeln und eigene Haltung</translation>
    </message>
    <message>
      <source>On the world and others</source>
      <translation>Über die Welt und andere</translation>
    </message>
    <message>
      <source>Said otherwise: {words}</source>
      <translation>Sagte es anders: {words}</translation>
    </message>
    <message>
      <source>In your word disputed by {names}</source>
      <translation>Nach Ihrem Wort bestritten von {names}</translation>
    </message>
    <message>
      <source>an article itself</source>
      <translation>ein Artikel selbst</translation>
    </message>
    <message>
      <source>Against it: {words}</source>
      <translation>Dagegen: {words}</translation>
    </message>
    <message>
      <source>Version {before} to {after}</source>
      <translation>Fassung {before} zu {after}</translation>
    </message>
    <message>
      <source>{later} has {share} % of the text of {earlier}</source>
      <translation>{later} hat {share} % des Textes von {earlier}</translation>
    </message>
    <message>
      <source>Nothing that is said changed.</source>
      <translation>An dem, was gesagt wird, hat sich nichts geändert.</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>Überspringen</translation>
    </message>
    <message>
      <source>End the tour (Esc); it waits in the Help menu.</source>
      <translation>Den Rundgang beenden (Esc); er wartet im Hilfemenü.</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>{number} of {of}</source>
      <translation>{number} von {of}</translation>
    </message>
    <message>
      <source>Tour: {title}</source>
      <translation>Rundgang: {title}</translation>
    </message>
    <message>
      <source>New here? A short tour shows what the marks mean.</source>
      <translation>Neu hier? Ein kurzer Rundgang zeigt, was die Zeichen bedeuten.</translation>
    </message>
    <message>
      <source>Show me round</source>
      <translation>Herumführen</translation>
    </message>
    <message>
      <source>Who said what</source>
      <translation>Wer was gesagt hat</translation>
    </message>
    <message>
      <source>Every claim has a soft fill, and a sign in the margin whose shape tells how confirmed it is. The claim that you choose also shows who says it and by which words; {all_marks} shows that of all.</source>
      <translation>Jede Aussage ist zart unterlegt und hat am Rand ein Zeichen, dessen Form sagt, wie bestätigt sie ist. Die gewählte Aussage zeigt auch, wer sie mit welchen Worten macht; {all_marks} zeigt das für alle.</translation>
    </message>
    <message>
      <source>A card for each claim</source>
      <translation>Eine Karte für jede Aussage</translation>
    </message>
    <message>
      <source>Who says it, through whom, and how confirmed it is. {next_claim} and {previous_claim} walk the claims; a click on a card or on words of the text does the same.</source>
      <translation>Wer es sagt, durch wen, und wie bestätigt es ist. {next_claim} und {previous_claim} gehen durch die Aussagen; ein Klick auf eine Karte oder auf Wörter des Textes tut dasselbe.</translation>
    </message>
    <message>
      <source>Why this status?</source>
      <translation>Warum dieser Status?</translation>
    </message>
    <message>
      <source>Every status can be questioned: {evidence} lights up the words that led to it, and this sentence says what they mean.</source>
      <translation>Jeder Status lässt sich befragen: {evidence} hebt die Wörter hervor, aus denen er folgt, und dieser Satz sagt, was sie bedeuten.</translation>
    </message>
    <message>
      <source>You have the last word</source>
      <translation>Sie haben das letzte Wort</translation>
    </message>
    <message>
      <source>{accept} says that the status is right, {status} changes it, {dismiss} says that this is no claim, {source} corrects who said it. {undo} takes all of that back.</source>
      <translation>{accept} sagt, dass der Status stimmt, {status} ändert ihn, {dismiss} sagt, dass dies keine Aussage ist, {source} berichtigt, wer es gesagt hat. {undo} nimmt all das zurück.</translation>
    </message>
    <message>
      <source>Mark what matters</source>
      <translation>Markieren, was zählt</translation>
    </message>
    <message>
      <source>Select words of the article: {highlight} highlights them, {note} writes a note. It is saved as you type; there is no Save button.</source>
      <translation>Wählen Sie Wörter des Artikels aus: {highlight} markiert sie, {note} schreibt eine Notiz. Sie wird beim Tippen gespeichert; einen Knopf zum Speichern gibt es nicht.</translation>
    </message>
    <message>
      <source>Everything is kept</source>
      <translation>Alles bleibt erhalten</translation>
    </message>
    <message>
      <source>What you open lies in your library, on this machine only. {find} searches texts, claims, names and your own notes.</source>
      <translation>Was Sie öffnen, liegt in Ihrer Bibliothek, nur auf diesem Rechner. {find} durchsucht Texte, Aussagen, Namen und Ihre eigenen Notizen.</translation>
    </message>
    <message>
      <source>Hand it on</source>
      <translation>Weitergeben</translation>
    </message>
    <message>
      <source>{export} shows the brief, with marks, claims and your notes, and writes it as PDF, Word and more.</source>
      <translation>{export} zeigt das Dossier mit Zeichen, Aussagen und Ihren Notizen und schreibt es als PDF, Word und mehr.</translation>
    </message>
    <message>
      <source>Your own article</source>
      <translation>Ihr eigener Artikel</translation>
    </message>
    <message>
      <source>{open} opens a file, {open_address} a web page. {palette} finds any command, {manual} opens the manual; this tour waits in the Help menu.</source>
      <translation>{open} öffnet eine Datei, {open_address} eine Webseite. {palette} findet jeden Befehl, {manual} öffnet das Handbuch; dieser Rundgang wartet im Hilfemenü.</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
      <source>What you did last is not saved yet, and is lost when the window is closed now.</source>
      <translation>Was Sie zuletzt getan haben, ist noch nicht gespeichert und geht verloren, wenn das Fenster jetzt geschlossen wird.</translation>
    </message>
    <message>
      <source>Stay</source>
      <translation>Bleiben</translation>
    </message>
    <message>
      <source>Copy the words and close</source>
      <translation>Die Wörter kopieren und schließen</translation>
    </message>
    <message>
      <source>Close and lose it</source>
      <translation>Schließen und verlieren</translation>
    </message>
    <message>
      <source>This is a sample article. Press {next_claim} to walk its claims and {evidence} to see why each has its status. Select words and press {highlight} to highlight or {note} to write a note; {export} exports the brief. {open} opens your own article.</source>
      <translation>Dies ist ein Musterartikel. Mit {next_claim} gehen Sie durch seine Aussagen, mit {evidence} sehen Sie, warum jede ihren Status hat. Wählen Sie Wörter aus: {highlight} markiert, {note} schreibt eine Notiz; {export} exportiert das Dossier. {open} öffnet Ihren eigenen Artikel.</translation>
    </message>
    <message>
      <source>Open an article with {open} or a web address with {open_address}, paste one with {paste}, or drop files here.</source>
      <translation>Öffnen Sie einen Artikel mit {open} oder eine Webadresse mit {open_address}, fügen Sie einen mit {paste} ein, oder legen Sie Dateien hier ab.</translation>
    </message>
    <message numerus="yes">
      <source>%n actor(s)</source>
      <translation>
        <numerusform>%n Akteur</numerusform>
        <numerusform>%n Akteure</numerusform>
      </translation>
    </message>
    <message>
      <source>Got it</source>
      <translation>Verstanden</translation>
    </message>
    <message>
      <source>Reading the article for actors and claims…</source>
      <translation>Der Artikel wird nach Akteuren und Aussagen durchgesehen …</translation>
    </message>
    <message>
      <source>The library can only be read.</source>
      <translation>Die Bibliothek kann nur gelesen werden.</translation>
    </message>
    <message>
      <source>Analysed: {done} of {of}</source>
      <translation>Analysiert: {done} von {of}</translation>
    </message>
    <message>
      <source>Opening…</source>
      <translation>Wird geöffnet …</translation>
    </message>
    <message>
      <source>Opening {name}…</source>
      <translation>{name} wird geöffnet …</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Werkzeuge</translation>
    </message>
    <message>
      <source>Progress of the analysis</source>
      <translation>Fortschritt der Analyse</translation>
    </message>
    <message>
      <source>Progress of the analysis of imported articles</source>
      <translation>Fortschritt der Analyse importierter Artikel</translation>
    </message>
    <message>
      <source>Briefing</source>
      <translation>Briefing</translation>
    </message>
    <message>
      <source>{desk}, offline</source>
      <translation>{desk}, Kopie</translation>
    </message>
  </context>
</TS>
