<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
  <context>
    <name>Briefing</name>
    <message>
      <source>About Briefing</source>
      <translation>Acerca de Briefing</translation>
    </message>
    <message>
      <source>Who said what, and how confirmed it is. Free under the MIT licence; the parts of others lie beside it, each with its own licence. Nothing leaves this machine, and no newer version is looked for unless you ask.</source>
      <translation>Quién dijo qué y hasta qué punto está confirmado. Libre bajo la licencia MIT; las partes de otros están al lado, cada una con su licencia. Nada sale de este equipo, y solo se busca una versión más reciente si usted lo pide.</translation>
    </message>
    <message>
      <source>Look for a newer version</source>
      <translation>Buscar una versión más reciente</translation>
    </message>
    <message>
      <source>Show its page</source>
      <translation>Mostrar su página</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Buscando…</translation>
    </message>
    <message>
      <source>This copy does not know where newer ones are published.</source>
      <translation>Esta copia no sabe dónde se publican las más recientes.</translation>
    </message>
    <message>
      <source>Briefing {version}</source>
      <translation>Briefing {version}</translation>
    </message>
    <message>
      <source>Change annotations</source>
      <translation>Cambiar anotaciones</translation>
    </message>
    <message>
      <source>Remove annotations</source>
      <translation>Quitar anotaciones</translation>
    </message>
    <message>
      <source>Search by form…</source>
      <translation>Buscar con formulario…</translation>
    </message>
    <message>
      <source>Search by words, people, statuses, tags, outlet and dates.</source>
      <translation>Buscar por palabras, personas, estados, etiquetas, medio y fechas.</translation>
    </message>
    <message>
      <source>All annotations</source>
      <translation>Todas las anotaciones</translation>
    </message>
    <message>
      <source>List the notes and highlights of all articles.</source>
      <translation>Listar las notas y los subrayados de todos los artículos.</translation>
    </message>
    <message>
      <source>This is its article: select the words that are meant, then “Place here” again.</source>
      <translation>Este es su artículo: seleccione las palabras a las que se refiere y elija de nuevo «Colocar aquí».</translation>
    </message>
    <message>
      <source>Select the words of the article that are meant first.</source>
      <translation>Seleccione primero las palabras del artículo a las que se refiere.</translation>
    </message>
    <message>
      <source>Place annotation</source>
      <translation>Colocar anotación</translation>
    </message>
    <message numerus="yes">
      <source>Delete the %n thing(s) in the bin for good, with all that you wrote on them, from every backup, too? This cannot be undone.</source>
      <translation>
        <numerusform>¿Borrar definitivamente lo que hay en la papelera (%n elemento), con todo lo que escribió sobre ello, también de todas las copias de seguridad? Esto no se puede deshacer.</numerusform>
        <numerusform>¿Borrar definitivamente lo que hay en la papelera (%n elementos), con todo lo que escribió sobre ello, también de todas las copias de seguridad? Esto no se puede deshacer.</numerusform>
      </translation>
    </message>
    <message>
      <source>Take out of bin</source>
      <translation>Sacar de la papelera</translation>
    </message>
    <message>
      <source>Empty bin</source>
      <translation>Vaciar papelera</translation>
    </message>
    <message>
      <source>Bin</source>
      <translation>Papelera</translation>
    </message>
    <message>
      <source>Show all that was deleted, to take it out again or to delete it for good.</source>
      <translation>Mostrar todo lo borrado, para recuperarlo o borrarlo definitivamente.</translation>
    </message>
    <message>
      <source>Empty bin…</source>
      <translation>Vaciar papelera…</translation>
    </message>
    <message>
      <source>Delete for good what lies in the bin.</source>
      <translation>Borrar definitivamente lo que hay en la papelera.</translation>
    </message>
    <message>
      <source>The bin is empty.</source>
      <translation>La papelera está vacía.</translation>
    </message>
    <message>
      <source>Add to brief</source>
      <translation>Añadir al informe</translation>
    </message>
    <message>
      <source>Show it</source>
      <translation>Mostrarlo</translation>
    </message>
    <message>
      <source>New brief</source>
      <translation>Informe nuevo</translation>
    </message>
    <message>
      <source>Put the chosen claim or note, else the selected articles, into the brief you work on.</source>
      <translation>Poner la afirmación o nota elegida, o si no los artículos seleccionados, en el informe en el que trabaja.</translation>
    </message>
    <message>
      <source>Briefs</source>
      <translation>Informes</translation>
    </message>
    <message>
      <source>Compose a brief of what you chose of one article or many.</source>
      <translation>Componer un informe con lo que eligió de un artículo o de muchos.</translation>
    </message>
    <message>
      <source>Choose a claim, a note, or articles of the library first.</source>
      <translation>Elija primero una afirmación, una nota o artículos de la biblioteca.</translation>
    </message>
    <message>
      <source>Added to the brief “{title}”.</source>
      <translation>Añadido al informe «{title}».</translation>
    </message>
    <message>
      <source>Brief of {day}</source>
      <translation>Informe del {day}</translation>
    </message>
    <message>
      <source>That is in the brief “{title}” already.</source>
      <translation>Eso ya está en el informe «{title}».</translation>
    </message>
    <message>
      <source>Move brief to bin</source>
      <translation>Mover informe a la papelera</translation>
    </message>
    <message>
      <source>The claim is copied, with: who said it, status, {parts}.</source>
      <translation>La afirmación está copiada, con: quién la dijo, estado, {parts}.</translation>
    </message>
    <message>
      <source>Next claim</source>
      <translation>Afirmación siguiente</translation>
    </message>
    <message>
      <source>Go to the next claim.</source>
      <translation>Ir a la afirmación siguiente.</translation>
    </message>
    <message>
      <source>Previous claim</source>
      <translation>Afirmación anterior</translation>
    </message>
    <message>
      <source>Go to the claim before.</source>
      <translation>Ir a la afirmación anterior.</translation>
    </message>
    <message>
      <source>Next unconfirmed claim</source>
      <translation>Siguiente sin confirmar</translation>
    </message>
    <message>
      <source>Go to the next claim that nobody confirmed.</source>
      <translation>Ir a la siguiente afirmación que nadie confirmó.</translation>
    </message>
    <message>
      <source>Show evidence</source>
      <translation>Mostrar indicios</translation>
    </message>
    <message>
      <source>Light up the words behind the status.</source>
      <translation>Iluminar las palabras en que se basa el estado.</translation>
    </message>
    <message>
      <source>Change status…</source>
      <translation>Cambiar estado…</translation>
    </message>
    <message>
      <source>Give the claim a status of your own.</source>
      <translation>Dar a la afirmación un estado propio.</translation>
    </message>
    <message>
      <source>Note on claim</source>
      <translation>Nota sobre la afirmación</translation>
    </message>
    <message>
      <source>Write a note on the chosen claim.</source>
      <translation>Escribir una nota sobre la afirmación elegida.</translation>
    </message>
    <message>
      <source>Dismiss or restore claim</source>
      <translation>Descartar o recuperar afirmación</translation>
    </message>
    <message>
      <source>Say that this is no claim, or that it is one.</source>
      <translation>Decir que esto no es una afirmación, o que sí lo es.</translation>
    </message>
    <message>
      <source>Follow link</source>
      <translation>Seguir enlace</translation>
    </message>
    <message>
      <source>Go to the claim that this one repeats, confirms or denies, or that does so to it.</source>
      <translation>Ir a la afirmación que esta repite, confirma o niega, o a la que lo hace con ella.</translation>
    </message>
    <message>
      <source>Accept status</source>
      <translation>Aceptar estado</translation>
    </message>
    <message>
      <source>Say that the status is right, in your own word, and go to the next claim.</source>
      <translation>Decir que el estado es correcto, con su propia palabra, e ir a la afirmación siguiente.</translation>
    </message>
    <message>
      <source>Make this a claim</source>
      <translation>Convertir en afirmación</translation>
    </message>
    <message>
      <source>Make the selected words a claim of your own.</source>
      <translation>Convertir las palabras seleccionadas en una afirmación propia.</translation>
    </message>
    <message>
      <source>Attribute to…</source>
      <translation>Atribuir a…</translation>
    </message>
    <message>
      <source>Make the selected words a claim and say who said it.</source>
      <translation>Convertir las palabras seleccionadas en una afirmación y decir quién lo dijo.</translation>
    </message>
    <message>
      <source>Correct source…</source>
      <translation>Corregir fuente…</translation>
    </message>
    <message>
      <source>Say who really said it.</source>
      <translation>Decir quién lo dijo en realidad.</translation>
    </message>
    <message>
      <source>Disputed by…</source>
      <translation>Discutido por…</translation>
    </message>
    <message>
      <source>Say who disputes it, and by which claim of the article.</source>
      <translation>Decir quién lo discute, y con qué afirmación del artículo.</translation>
    </message>
    <message>
      <source>Rate source…</source>
      <translation>Valorar fuente…</translation>
    </message>
    <message>
      <source>Rate source and information, A to F and 1 to 6.</source>
      <translation>Valorar la fuente y la información, de la A a la F y del 1 al 6.</translation>
    </message>
    <message>
      <source>Sourcing profile</source>
      <translation>Perfil de fuentes</translation>
    </message>
    <message>
      <source>See on whose word the article rests, and what to ask next.</source>
      <translation>Ver en la palabra de quién descansa el artículo, y qué preguntar después.</translation>
    </message>
    <message>
      <source>Copy claim with citation</source>
      <translation>Copiar afirmación con cita</translation>
    </message>
    <message>
      <source>Copy the chosen claim with who said it, its status and what is known of the article.</source>
      <translation>Copiar la afirmación elegida con quién la dijo, su estado y lo que se sabe del artículo.</translation>
    </message>
    <message>
      <source>Who is who</source>
      <translation>Quién es quién</translation>
    </message>
    <message>
      <source>Merge actors that are one, rename or split them.</source>
      <translation>Unir actores que son uno, cambiarles el nombre o separarlos.</translation>
    </message>
    <message>
      <source>Analyse again</source>
      <translation>Analizar de nuevo</translation>
    </message>
    <message>
      <source>Analyse the open article anew.</source>
      <translation>Analizar de nuevo el artículo abierto.</translation>
    </message>
    <message>
      <source>Stop opening and analysing</source>
      <translation>Dejar de abrir y analizar</translation>
    </message>
    <message>
      <source>Close the note, or give up what is being opened or analysed.</source>
      <translation>Cerrar la nota, o abandonar lo que se está abriendo o analizando.</translation>
    </message>
    <message>
      <source>Select the words that are claimed first.</source>
      <translation>Seleccione primero las palabras que se afirman.</translation>
    </message>
    <message>
      <source>Claim</source>
      <translation>Afirmación</translation>
    </message>
    <message>
      <source>Attribute</source>
      <translation>Atribuir</translation>
    </message>
    <message>
      <source>Let it be the selected words</source>
      <translation>Tomar las palabras seleccionadas</translation>
    </message>
    <message>
      <source>Say that the chosen claim is made in the selected words.</source>
      <translation>Decir que la afirmación elegida se hace con las palabras seleccionadas.</translation>
    </message>
    <message>
      <source>End a word later</source>
      <translation>Terminar una palabra después</translation>
    </message>
    <message>
      <source>Extend the chosen claim by a word at its end (Shift+Right in the list of claims).</source>
      <translation>Alargar la afirmación elegida una palabra por el final (Mayús+Derecha en la lista de afirmaciones).</translation>
    </message>
    <message>
      <source>End a word earlier</source>
      <translation>Terminar una palabra antes</translation>
    </message>
    <message>
      <source>Shrink the chosen claim by a word at its end (Shift+Left in the list of claims).</source>
      <translation>Acortar la afirmación elegida una palabra por el final (Mayús+Izquierda en la lista de afirmaciones).</translation>
    </message>
    <message>
      <source>Begin a word earlier</source>
      <translation>Empezar una palabra antes</translation>
    </message>
    <message>
      <source>Extend the chosen claim by a word at its beginning (Shift+Up in the list of claims).</source>
      <translation>Alargar la afirmación elegida una palabra por el principio (Mayús+Arriba en la lista de afirmaciones).</translation>
    </message>
    <message>
      <source>Begin a word later</source>
      <translation>Empezar una palabra después</translation>
    </message>
    <message>
      <source>Shrink the chosen claim by a word at its beginning (Shift+Down in the list of claims).</source>
      <translation>Acortar la afirmación elegida una palabra por el principio (Mayús+Abajo en la lista de afirmaciones).</translation>
    </message>
    <message>
      <source>Words as found</source>
      <translation>Palabras encontradas</translation>
    </message>
    <message>
      <source>Go back to the words that the analysis found.</source>
      <translation>Volver a las palabras que encontró el análisis.</translation>
    </message>
    <message>
      <source>Choose a claim first, then select the words that it is made in.</source>
      <translation>Elija primero una afirmación, y seleccione luego las palabras con que se hace.</translation>
    </message>
    <message>
      <source>Choose a claim first: click it, or press {next_claim}.</source>
      <translation>Elija primero una afirmación: haga clic en ella o pulse {next_claim}.</translation>
    </message>
    <message>
      <source>Compare judgements</source>
      <translation>Comparar juicios</translation>
    </message>
    <message>
      <source>See how far you and colleagues at the desk agree on the claims of this story.</source>
      <translation>Ver hasta qué punto usted y sus colegas coinciden en las afirmaciones de esta historia.</translation>
    </message>
    <message>
      <source>Take the word of {name}</source>
      <translation>Tomar la palabra de {name}</translation>
    </message>
    <message>
      <source>Merge actors</source>
      <translation>Unir actores</translation>
    </message>
    <message>
      <source>Merge its source with…</source>
      <translation>Unir su fuente con…</translation>
    </message>
    <message>
      <source>Say that who makes the chosen claim is one with another actor of the article.</source>
      <translation>Decir que quien hace la afirmación elegida es el mismo que otro actor del artículo.</translation>
    </message>
    <message>
      <source>Who else said it</source>
      <translation>Quién más lo dijo</translation>
    </message>
    <message>
      <source>Find claims of any article that say much the same as the chosen one.</source>
      <translation>Buscar en cualquier artículo afirmaciones que dicen casi lo mismo que la elegida.</translation>
    </message>
    <message>
      <source>What means the same</source>
      <translation>Qué significa lo mismo</translation>
    </message>
    <message>
      <source>Find what any article says that means the chosen claim, or what you type, in other words.</source>
      <translation>Buscar lo que cualquier artículo dice con otras palabras y significa lo mismo que la afirmación elegida, o que lo que usted escriba.</translation>
    </message>
    <message>
      <source>All that its source says</source>
      <translation>Todo lo que dice su fuente</translation>
    </message>
    <message>
      <source>Find what the source of the chosen claim says in any article.</source>
      <translation>Buscar lo que dice la fuente de la afirmación elegida en cualquier artículo.</translation>
    </message>
    <message>
      <source>The article names no other actor.</source>
      <translation>El artículo no nombra a ningún otro actor.</translation>
    </message>
    <message>
      <source>“{name}” is the same as</source>
      <translation>«{name}» es el mismo que</translation>
    </message>
    <message>
      <source>Nobody is named as the source; {source} says who said it.</source>
      <translation>No se nombra a nadie como fuente; {source} dice quién lo dijo.</translation>
    </message>
    <message>
      <source>Take a collection along</source>
      <translation>Llevarse una colección</translation>
    </message>
    <message>
      <source>Collection</source>
      <translation>Colección</translation>
    </message>
    <message>
      <source>all colleagues</source>
      <translation>todos los colegas</translation>
    </message>
    <message>
      <source>nobody else</source>
      <translation>nadie más</translation>
    </message>
    <message>
      <source>Whose words</source>
      <translation>Palabras de quién</translation>
    </message>
    <message>
      <source>Show, beside my own words, those of</source>
      <translation>Mostrar, junto a mis palabras, las de</translation>
    </message>
    <message>
      <source>Join a desk…</source>
      <translation>Entrar en una redacción…</translation>
    </message>
    <message>
      <source>Work in a library that a newsroom shares on its server.</source>
      <translation>Trabajar en una biblioteca que una redacción comparte en su servidor.</translation>
    </message>
    <message>
      <source>My own library</source>
      <translation>Mi propia biblioteca</translation>
    </message>
    <message>
      <source>Go back from the desk's library to your own.</source>
      <translation>Volver de la biblioteca de la redacción a la suya.</translation>
    </message>
    <message>
      <source>Take a collection along…</source>
      <translation>Llevarse una colección…</translation>
    </message>
    <message>
      <source>Copy a collection of the desk to this machine, to work on it without the server.</source>
      <translation>Copiar una colección de la redacción a este equipo, para trabajar en ella sin el servidor.</translation>
    </message>
    <message>
      <source>Whose words…</source>
      <translation>Palabras de quién…</translation>
    </message>
    <message>
      <source>See what all at the desk wrote, what you wrote alone, or what one colleague did.</source>
      <translation>Ver lo que escribieron todos en la redacción, solo usted o un colega.</translation>
    </message>
    <message>
      <source>Put what you want to take along into a collection first.</source>
      <translation>Ponga primero en una colección lo que quiera llevarse.</translation>
    </message>
    <message>
      <source>Copying “{name}”…</source>
      <translation>Copiando «{name}»…</translation>
    </message>
    <message>
      <source>Shown beside your own words: those of {whose}.</source>
      <translation>Junto a sus palabras se muestran las de: {whose}.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Deshacer</translation>
    </message>
    <message>
      <source>Take back the last change.</source>
      <translation>Retirar el último cambio.</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Rehacer</translation>
    </message>
    <message>
      <source>Make the undone change again.</source>
      <translation>Hacer de nuevo el cambio deshecho.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copiar</translation>
    </message>
    <message>
      <source>Copy the selected words.</source>
      <translation>Copiar las palabras seleccionadas.</translation>
    </message>
    <message>
      <source>Search the library</source>
      <translation>Buscar en la biblioteca</translation>
    </message>
    <message>
      <source>Go to the search of the library.</source>
      <translation>Ir a la búsqueda de la biblioteca.</translation>
    </message>
    <message>
      <source>Filter claims</source>
      <translation>Filtrar afirmaciones</translation>
    </message>
    <message>
      <source>Go to the filter of the claims.</source>
      <translation>Ir al filtro de las afirmaciones.</translation>
    </message>
    <message>
      <source>Export brief</source>
      <translation>Exportar informe</translation>
    </message>
    <message>
      <source>Export brief…</source>
      <translation>Exportar informe…</translation>
    </message>
    <message>
      <source>Write the annotated brief.</source>
      <translation>Escribir el informe comentado.</translation>
    </message>
    <message>
      <source>House style…</source>
      <translation>Estilo de la casa…</translation>
    </message>
    <message>
      <source>Give all briefs a logo, colours and a face.</source>
      <translation>Dar a todos los informes un logotipo, colores y un tipo de letra.</translation>
    </message>
    <message>
      <source>Move article to bin</source>
      <translation>Mover artículo a la papelera</translation>
    </message>
    <message>
      <source>Take the open article out of the list.</source>
      <translation>Quitar de la lista el artículo abierto.</translation>
    </message>
    <message>
      <source>Close window</source>
      <translation>Cerrar ventana</translation>
    </message>
    <message>
      <source>Close this window; Briefing ends with the last one.</source>
      <translation>Cerrar esta ventana; Briefing termina con la última.</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Salir</translation>
    </message>
    <message>
      <source>End Briefing; everything is saved.</source>
      <translation>Terminar Briefing; todo está guardado.</translation>
    </message>
    <message>
      <source>{names} is there already. Replace it?</source>
      <translation>{names} ya existe. ¿Reemplazarlo?</translation>
    </message>
    <message>
      <source>“{title}” is in the bin.</source>
      <translation>«{title}» está en la papelera.</translation>
    </message>
    <message>
      <source>nobody who is named</source>
      <translation>nadie con nombre</translation>
    </message>
    <message>
      <source>Find…</source>
      <translation>Buscar…</translation>
    </message>
    <message>
      <source>Find words in the article.</source>
      <translation>Buscar palabras en el artículo.</translation>
    </message>
    <message>
      <source>Find next</source>
      <translation>Buscar siguiente</translation>
    </message>
    <message>
      <source>Go to the next hit.</source>
      <translation>Ir al resultado siguiente.</translation>
    </message>
    <message>
      <source>Find previous</source>
      <translation>Buscar anterior</translation>
    </message>
    <message>
      <source>Go to the hit before.</source>
      <translation>Ir al resultado anterior.</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>Esquema</translation>
    </message>
    <message>
      <source>Go to a section of the article.</source>
      <translation>Ir a una sección del artículo.</translation>
    </message>
    <message>
      <source>Focus on who says this</source>
      <translation>Centrarse en quien dice esto</translation>
    </message>
    <message>
      <source>Dim all but the claims of whoever makes the chosen one; once more shows all.</source>
      <translation>Atenuar todo menos las afirmaciones de quien hace la elegida; otra vez lo muestra todo.</translation>
    </message>
    <message>
      <source>Focus on this status</source>
      <translation>Centrarse en este estado</translation>
    </message>
    <message>
      <source>Dim all but the claims with the status of the chosen one; once more shows all.</source>
      <translation>Atenuar todo menos las afirmaciones con el estado de la elegida; otra vez lo muestra todo.</translation>
    </message>
    <message>
      <source>Only claims that are “{status}” are bright.</source>
      <translation>Solo destacan las afirmaciones con el estado «{status}».</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Mostrar todo</translation>
    </message>
    <message>
      <source>Only what {name} says is bright.</source>
      <translation>Solo destaca lo que dice {name}.</translation>
    </message>
    <message>
      <source>Manual</source>
      <translation>Manual</translation>
    </message>
    <message>
      <source>Read how Briefing works, at the page about where you are.</source>
      <translation>Leer cómo funciona Briefing, en la página sobre el lugar en que se encuentra.</translation>
    </message>
    <message>
      <source>Tour</source>
      <translation>Recorrido</translation>
    </message>
    <message>
      <source>See on the sample article, step by step, what Briefing does.</source>
      <translation>Ver en el artículo de muestra, paso a paso, lo que hace Briefing.</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>Paleta de comandos</translation>
    </message>
    <message>
      <source>Find any command by typing.</source>
      <translation>Encontrar cualquier comando escribiendo.</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Teclas</translation>
    </message>
    <message>
      <source>Show every command with its key.</source>
      <translation>Mostrar todos los comandos con su tecla.</translation>
    </message>
    <message>
      <source>Change keys…</source>
      <translation>Cambiar teclas…</translation>
    </message>
    <message>
      <source>Give any command another key.</source>
      <translation>Dar otra tecla a cualquier comando.</translation>
    </message>
    <message>
      <source>See which version this is, and look for a newer one.</source>
      <translation>Ver qué versión es esta y buscar una más reciente.</translation>
    </message>
    <message>
      <source>Open articles</source>
      <translation>Abrir artículos</translation>
    </message>
    <message>
      <source>Import files</source>
      <translation>Importar archivos</translation>
    </message>
    <message>
      <source>Import folder</source>
      <translation>Importar carpeta</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>Abrir…</translation>
    </message>
    <message>
      <source>Open articles from files.</source>
      <translation>Abrir artículos desde archivos.</translation>
    </message>
    <message>
      <source>Open web address…</source>
      <translation>Abrir dirección web…</translation>
    </message>
    <message>
      <source>Fetch an article, or choose from a feed.</source>
      <translation>Traer un artículo, o elegir de un canal.</translation>
    </message>
    <message>
      <source>Open from clipboard</source>
      <translation>Abrir del portapapeles</translation>
    </message>
    <message>
      <source>Open the copied text, page or web address.</source>
      <translation>Abrir el texto, la página o la dirección web que se copió.</translation>
    </message>
    <message>
      <source>Import files…</source>
      <translation>Importar archivos…</translation>
    </message>
    <message>
      <source>Take many files into the library while you go on reading.</source>
      <translation>Traer muchos archivos a la biblioteca mientras sigue leyendo.</translation>
    </message>
    <message>
      <source>Import folder…</source>
      <translation>Importar carpeta…</translation>
    </message>
    <message>
      <source>Take all articles of a folder into the library.</source>
      <translation>Traer todos los artículos de una carpeta a la biblioteca.</translation>
    </message>
    <message>
      <source>Watched folder…</source>
      <translation>Carpeta vigilada…</translation>
    </message>
    <message>
      <source>Have all that comes into a folder imported by itself.</source>
      <translation>Importar por sí solo todo lo que llegue a una carpeta.</translation>
    </message>
    <message>
      <source>Fetch again</source>
      <translation>Traer de nuevo</translation>
    </message>
    <message>
      <source>Fetch the page of the open article again; a changed text becomes its next version.</source>
      <translation>Traer de nuevo la página del artículo abierto; un texto cambiado se convierte en su versión siguiente.</translation>
    </message>
    <message>
      <source>Watch its page</source>
      <translation>Vigilar su página</translation>
    </message>
    <message>
      <source>Fetch the page of the open article again every few hours, and tell when it changes.</source>
      <translation>Volver a traer cada pocas horas la página del artículo abierto y avisar cuando cambie.</translation>
    </message>
    <message>
      <source>Article details…</source>
      <translation>Datos del artículo…</translation>
    </message>
    <message>
      <source>See and correct title, byline, outlet, dates, address and language.</source>
      <translation>Ver y corregir título, autor, medio, fechas, dirección e idioma.</translation>
    </message>
    <message>
      <source>Open the sample article</source>
      <translation>Abrir el artículo de muestra</translation>
    </message>
    <message>
      <source>Open the article to try things on.</source>
      <translation>Abrir el artículo para probar.</translation>
    </message>
    <message>
      <source>No folder is watched any more; what was imported stays.</source>
      <translation>Ya no se vigila ninguna carpeta; lo importado se queda.</translation>
    </message>
    <message>
      <source>The clipboard holds no text to open.</source>
      <translation>El portapapeles no contiene texto que abrir.</translation>
    </message>
    <message>
      <source>Show list</source>
      <translation>Mostrar lista</translation>
    </message>
    <message>
      <source>What comes into “{name}” is imported from now on.</source>
      <translation>Lo que llegue a «{name}» se importa desde ahora.</translation>
    </message>
    <message>
      <source>“{title}” can be read now.</source>
      <translation>«{title}» ya se puede leer.</translation>
    </message>
    <message>
      <source>“{title}” offers articles to choose from.</source>
      <translation>«{title}» ofrece artículos para elegir.</translation>
    </message>
    <message>
      <source>Library (*.briefing)</source>
      <translation>Biblioteca (*.briefing)</translation>
    </message>
    <message>
      <source>Libraries and annotations (*.briefing *.jsonld *.json)</source>
      <translation>Bibliotecas y anotaciones (*.briefing *.jsonld *.json)</translation>
    </message>
    <message>
      <source>Export library</source>
      <translation>Exportar biblioteca</translation>
    </message>
    <message>
      <source>Take in</source>
      <translation>Incorporar</translation>
    </message>
    <message>
      <source>Export library…</source>
      <translation>Exportar biblioteca…</translation>
    </message>
    <message>
      <source>Write all articles with all that you wrote to one file.</source>
      <translation>Escribir en un archivo todos los artículos con todo lo que usted escribió.</translation>
    </message>
    <message>
      <source>Import library or annotations…</source>
      <translation>Importar biblioteca o anotaciones…</translation>
    </message>
    <message>
      <source>Merge a .briefing file, or annotations of Hypothesis, into the library.</source>
      <translation>Incorporar a la biblioteca un archivo .briefing, o anotaciones de Hypothesis.</translation>
    </message>
    <message>
      <source>Back up library now</source>
      <translation>Hacer copia de seguridad ahora</translation>
    </message>
    <message>
      <source>Make a backup beside the daily ones.</source>
      <translation>Hacer una copia de seguridad además de las diarias.</translation>
    </message>
    <message>
      <source>Restore a backup…</source>
      <translation>Restaurar una copia…</translation>
    </message>
    <message>
      <source>Let the library be what it was on another day.</source>
      <translation>Dejar la biblioteca como era otro día.</translation>
    </message>
    <message>
      <source>Show the backups</source>
      <translation>Mostrar las copias</translation>
    </message>
    <message>
      <source>Writing “{name}”…</source>
      <translation>Escribiendo «{name}»…</translation>
    </message>
    <message>
      <source>New collection</source>
      <translation>Colección nueva</translation>
    </message>
    <message>
      <source>Name of the collection</source>
      <translation>Nombre de la colección</translation>
    </message>
    <message>
      <source>Put into collection</source>
      <translation>Poner en colección</translation>
    </message>
    <message>
      <source>Tag articles</source>
      <translation>Etiquetar artículos</translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) are in the bin.</source>
      <translation>
        <numerusform>%n artículo está en la papelera.</numerusform>
        <numerusform>%n artículos están en la papelera.</numerusform>
      </translation>
    </message>
    <message>
      <source>Save search</source>
      <translation>Guardar búsqueda</translation>
    </message>
    <message>
      <source>Name of the search</source>
      <translation>Nombre de la búsqueda</translation>
    </message>
    <message>
      <source>Rename collection</source>
      <translation>Cambiar nombre de colección</translation>
    </message>
    <message>
      <source>New collection…</source>
      <translation>Colección nueva…</translation>
    </message>
    <message>
      <source>Make a collection, within the chosen one if one is chosen.</source>
      <translation>Crear una colección, dentro de la elegida si hay una elegida.</translation>
    </message>
    <message>
      <source>Put into collection…</source>
      <translation>Poner en colección…</translation>
    </message>
    <message>
      <source>Put the selected articles into a collection.</source>
      <translation>Poner los artículos seleccionados en una colección.</translation>
    </message>
    <message>
      <source>Tag articles…</source>
      <translation>Etiquetar artículos…</translation>
    </message>
    <message>
      <source>Give the selected articles a tag.</source>
      <translation>Dar una etiqueta a los artículos seleccionados.</translation>
    </message>
    <message>
      <source>Mark as read or unread</source>
      <translation>Marcar como leído o no leído</translation>
    </message>
    <message>
      <source>Say that the selected articles are read, or that they are not.</source>
      <translation>Decir que los artículos seleccionados están leídos, o que no lo están.</translation>
    </message>
    <message>
      <source>Move selected to bin, or back</source>
      <translation>Mover a la papelera, o sacar de ella</translation>
    </message>
    <message>
      <source>Put the selected articles into the bin, or take them out of it.</source>
      <translation>Poner los artículos seleccionados en la papelera, o sacarlos de ella.</translation>
    </message>
    <message>
      <source>Save search…</source>
      <translation>Guardar búsqueda…</translation>
    </message>
    <message>
      <source>Keep what is searched for under a name.</source>
      <translation>Guardar con un nombre lo que se busca.</translation>
    </message>
    <message>
      <source>Select articles in the library first.</source>
      <translation>Seleccione primero artículos en la biblioteca.</translation>
    </message>
    <message>
      <source>Mark as unread</source>
      <translation>Marcar como no leído</translation>
    </message>
    <message>
      <source>Mark as read</source>
      <translation>Marcar como leído</translation>
    </message>
    <message>
      <source>Move to bin</source>
      <translation>Mover a la papelera</translation>
    </message>
    <message>
      <source>Type something to search for first.</source>
      <translation>Escriba primero algo que buscar.</translation>
    </message>
    <message>
      <source>Take out of this collection</source>
      <translation>Sacar de esta colección</translation>
    </message>
    <message>
      <source>Take this tag off</source>
      <translation>Quitar esta etiqueta</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Cambiar nombre…</translation>
    </message>
    <message>
      <source>Remove collection</source>
      <translation>Quitar colección</translation>
    </message>
    <message>
      <source>Remove search</source>
      <translation>Quitar búsqueda</translation>
    </message>
    <message>
      <source>Take out of collection</source>
      <translation>Sacar de la colección</translation>
    </message>
    <message>
      <source>Take tag off</source>
      <translation>Quitar etiqueta</translation>
    </message>
    <message>
      <source>What is selected lies in the bin already; “Empty bin” deletes it for good.</source>
      <translation>Lo seleccionado ya está en la papelera; «Vaciar papelera» lo borra definitivamente.</translation>
    </message>
    <message>
      <source>Of the shelves only collections and saved searches can be removed.</source>
      <translation>De los estantes solo se pueden quitar colecciones y búsquedas guardadas.</translation>
    </message>
    <message>
      <source>Open link</source>
      <translation>Abrir enlace</translation>
    </message>
    <message>
      <source>Show the page that the selected words, or those at the cursor, lead to in your browser.</source>
      <translation>Mostrar en el navegador la página a la que llevan las palabras seleccionadas, o las que están en el cursor.</translation>
    </message>
    <message>
      <source>No link stands here: words that lead elsewhere are underlined with dashes.</source>
      <translation>Aquí no hay ningún enlace: las palabras que llevan a otro lugar están subrayadas con rayas.</translation>
    </message>
    <message>
      <source>The words are copied, with: {parts}.</source>
      <translation>Las palabras están copiadas, con: {parts}.</translation>
    </message>
    <message>
      <source>Select some words of the article first.</source>
      <translation>Seleccione primero palabras del artículo.</translation>
    </message>
    <message>
      <source>Change colour</source>
      <translation>Cambiar color</translation>
    </message>
    <message>
      <source>Keep note to myself</source>
      <translation>Guardar la nota para mí</translation>
    </message>
    <message>
      <source>Share note</source>
      <translation>Compartir la nota</translation>
    </message>
    <message>
      <source>Highlight</source>
      <translation>Subrayar</translation>
    </message>
    <message>
      <source>Highlight the selected words.</source>
      <translation>Subrayar las palabras seleccionadas.</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Write a note on the selected words or the chosen highlight.</source>
      <translation>Escribir una nota sobre las palabras seleccionadas o el subrayado elegido.</translation>
    </message>
    <message>
      <source>Tag…</source>
      <translation>Etiquetar…</translation>
    </message>
    <message>
      <source>Give the selected words or the chosen highlight tags of your own.</source>
      <translation>Dar etiquetas propias a las palabras seleccionadas o al subrayado elegido.</translation>
    </message>
    <message>
      <source>Copy with citation</source>
      <translation>Copiar con cita</translation>
    </message>
    <message>
      <source>Copy the selected words with what is known of their article and place: title, date, paragraph.</source>
      <translation>Copiar las palabras seleccionadas con lo que se sabe de su artículo y lugar: título, fecha, párrafo.</translation>
    </message>
    <message>
      <source>Remove highlight</source>
      <translation>Quitar subrayado</translation>
    </message>
    <message>
      <source>Remove the chosen highlight with its note.</source>
      <translation>Quitar el subrayado elegido con su nota.</translation>
    </message>
    <message>
      <source>Cite</source>
      <translation>Citar</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Atrás</translation>
    </message>
    <message>
      <source>Go to the article read before.</source>
      <translation>Ir al artículo leído antes.</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>Adelante</translation>
    </message>
    <message>
      <source>Go on to the article read after.</source>
      <translation>Ir al artículo leído después.</translation>
    </message>
    <message>
      <source>Show original</source>
      <translation>Mostrar original</translation>
    </message>
    <message>
      <source>Show the pages of a PDF beside its text; once more shows the text alone.</source>
      <translation>Mostrar las páginas de un PDF junto a su texto; otra vez muestra solo el texto.</translation>
    </message>
    <message>
      <source>No printer is set up on this computer; {export} writes the brief as a PDF.</source>
      <translation>Este equipo no tiene ninguna impresora; {export} escribe el informe como PDF.</translation>
    </message>
    <message>
      <source>The pages are being made…</source>
      <translation>Se están haciendo las páginas…</translation>
    </message>
    <message>
      <source>Printing…</source>
      <translation>Imprimiendo…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Parar</translation>
    </message>
    <message>
      <source>Print brief…</source>
      <translation>Imprimir informe…</translation>
    </message>
    <message>
      <source>Print the annotated brief on paper.</source>
      <translation>Imprimir el informe comentado en papel.</translation>
    </message>
    <message>
      <source>A brief is still being printed.</source>
      <translation>Todavía se está imprimiendo un informe.</translation>
    </message>
    <message>
      <source>The brief went to the printer.</source>
      <translation>El informe se envió a la impresora.</translation>
    </message>
    <message>
      <source>Printing was stopped.</source>
      <translation>Se detuvo la impresión.</translation>
    </message>
    <message>
      <source>“{name}” cannot be written.</source>
      <translation>No se puede escribir «{name}».</translation>
    </message>
    <message>
      <source>Open in new window</source>
      <translation>Abrir en ventana nueva</translation>
    </message>
    <message>
      <source>Show the selected article, else the open one, in a window of its own.</source>
      <translation>Mostrar el artículo seleccionado, o si no el abierto, en una ventana propia.</translation>
    </message>
    <message>
      <source>Show beside</source>
      <translation>Mostrar al lado</translation>
    </message>
    <message>
      <source>Show the article selected in the library beside the open one; once more shows one alone.</source>
      <translation>Mostrar el artículo seleccionado en la biblioteca junto al abierto; otra vez muestra uno solo.</translation>
    </message>
    <message>
      <source>Swap articles</source>
      <translation>Intercambiar artículos</translation>
    </message>
    <message>
      <source>Let the open article and the one beside it change places.</source>
      <translation>Intercambiar de lugar el artículo abierto y el que está al lado.</translation>
    </message>
    <message>
      <source>Select another article in the library first, with Ctrl and a click.</source>
      <translation>Seleccione primero otro artículo en la biblioteca, con Ctrl y un clic.</translation>
    </message>
    <message>
      <source>Name speaker…</source>
      <translation>Nombrar hablante…</translation>
    </message>
    <message>
      <source>Say who speaks under a label such as “A” or “SPEAKER 2”, once for all of the article.</source>
      <translation>Decir quién habla bajo un rótulo como «A» o «HABLANTE 2», una vez para todo el artículo.</translation>
    </message>
    <message>
      <source>Nobody speaks in turns here: no labels such as “Q:” or “SPEAKER 2:” were found.</source>
      <translation>Aquí nadie habla por turnos: no se encontraron rótulos como «P:» o «HABLANTE 2:».</translation>
    </message>
    <message>
      <source>The versions of this article are still being read: what changed will stand here.</source>
      <translation>Las versiones de este artículo todavía se están leyendo: aquí estará lo que cambió.</translation>
    </message>
    <message>
      <source>There is one version of this article.</source>
      <translation>Hay una sola versión de este artículo.</translation>
    </message>
    <message>
      <source>Join stories</source>
      <translation>Unir historias</translation>
    </message>
    <message>
      <source>Split story</source>
      <translation>Separar historia</translation>
    </message>
    <message>
      <source>Leave out of story</source>
      <translation>Dejar fuera de la historia</translation>
    </message>
    <message>
      <source>Rename story</source>
      <translation>Cambiar nombre de la historia</translation>
    </message>
    <message>
      <source>Say that it is the same</source>
      <translation>Decir que es lo mismo</translation>
    </message>
    <message>
      <source>Say that it is not the same</source>
      <translation>Decir que no es lo mismo</translation>
    </message>
    <message>
      <source>Say that it is denied</source>
      <translation>Decir que se niega</translation>
    </message>
    <message>
      <source>Story of the article</source>
      <translation>Historia del artículo</translation>
    </message>
    <message>
      <source>Show what the articles on the same event say: alike, against one another, and from whom.</source>
      <translation>Mostrar qué dicen los artículos sobre el mismo suceso: en qué coinciden, en qué se contradicen y por quién lo saben.</translation>
    </message>
    <message>
      <source>All stories</source>
      <translation>Todas las historias</translation>
    </message>
    <message>
      <source>List the events that several articles of the library tell, and join them.</source>
      <translation>Listar los sucesos que cuentan varios artículos de la biblioteca, y unirlos.</translation>
    </message>
    <message>
      <source>Record of its source</source>
      <translation>Registro de su fuente</translation>
    </message>
    <message>
      <source>Show all that the source of the chosen claim says anywhere, and what is said against it.</source>
      <translation>Mostrar todo lo que dice la fuente de la afirmación elegida en cualquier lugar, y lo que se dice en contra.</translation>
    </message>
    <message>
      <source>What changed in its claims</source>
      <translation>Qué cambió en sus afirmaciones</translation>
    </message>
    <message>
      <source>Show what the versions of the article say differently: added, dropped, softened, unsourced.</source>
      <translation>Mostrar qué dicen de otro modo las versiones del artículo: añadido, suprimido, suavizado, sin su fuente.</translation>
    </message>
    <message>
      <source>Record of an actor</source>
      <translation>Registro de un actor</translation>
    </message>
    <message>
      <source>Choose a claim with a source first: {next_claim}.</source>
      <translation>Elija primero una afirmación con fuente: {next_claim}.</translation>
    </message>
    <message>
      <source>What {name} says in the library</source>
      <translation>Lo que dice {name} en la biblioteca</translation>
    </message>
    <message>
      <source>The library keeps no record of “{name}”: it has one of everybody who has a name.</source>
      <translation>La biblioteca no lleva registro de «{name}»: lo tiene de todos los que tienen nombre.</translation>
    </message>
    <message>
      <source>{n} said by nobody else</source>
      <translation>{n} no lo dice nadie más</translation>
    </message>
    <message>
      <source>{n} said by others, too</source>
      <translation>{n} también lo dicen otros</translation>
    </message>
    <message>
      <source>{head}. In stories: {shares}.</source>
      <translation>{head}. En historias: {shares}.</translation>
    </message>
    <message>
      <source>All marks</source>
      <translation>Todas las marcas</translation>
    </message>
    <message>
      <source>Mark everything: lines, numbers, actors and cues; else only those of the chosen claim.</source>
      <translation>Marcarlo todo: líneas, números, actores y verbos de atribución; si no, solo los de la afirmación elegida.</translation>
    </message>
    <message>
      <source>Actors</source>
      <translation>Actores</translation>
    </message>
    <message>
      <source>Mark who is named or referred to.</source>
      <translation>Marcar a quienes se nombra o alude.</translation>
    </message>
    <message>
      <source>Claims</source>
      <translation>Afirmaciones</translation>
    </message>
    <message>
      <source>Mark what is claimed.</source>
      <translation>Marcar lo que se afirma.</translation>
    </message>
    <message>
      <source>Cues</source>
      <translation>Verbos de atribución</translation>
    </message>
    <message>
      <source>Mark the words that attribute it.</source>
      <translation>Marcar las palabras que lo atribuyen.</translation>
    </message>
    <message>
      <source>My highlights</source>
      <translation>Mis subrayados</translation>
    </message>
    <message>
      <source>Show what you marked.</source>
      <translation>Mostrar lo que usted marcó.</translation>
    </message>
    <message>
      <source>Hide boilerplate</source>
      <translation>Ocultar lo accesorio</translation>
    </message>
    <message>
      <source>Hide menus, related posts and the like.</source>
      <translation>Ocultar menús, artículos relacionados y similares.</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Texto más grande</translation>
    </message>
    <message>
      <source>Set the article, and all around it, larger.</source>
      <translation>Componer el artículo, y todo lo que lo rodea, más grande.</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Texto más pequeño</translation>
    </message>
    <message>
      <source>Set the article, and all around it, smaller.</source>
      <translation>Componer el artículo, y todo lo que lo rodea, más pequeño.</translation>
    </message>
    <message>
      <source>Normal text size</source>
      <translation>Tamaño normal del texto</translation>
    </message>
    <message>
      <source>Set everything at 100 %.</source>
      <translation>Componerlo todo al 100 %.</translation>
    </message>
    <message>
      <source>Light, dark, strong contrast or as the system</source>
      <translation>Claro, oscuro, contraste fuerte o como el sistema</translation>
    </message>
    <message>
      <source>Change the look.</source>
      <translation>Cambiar el aspecto.</translation>
    </message>
    <message>
      <source>Preferences…</source>
      <translation>Preferencias…</translation>
    </message>
    <message>
      <source>Set look, size, colours and what briefs are signed with.</source>
      <translation>Elegir aspecto, tamaño, colores y con qué se firman los informes.</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>Pantalla completa</translation>
    </message>
    <message>
      <source>Fill the screen with Briefing, or leave that again.</source>
      <translation>Llenar la pantalla con Briefing, o dejar de hacerlo.</translation>
    </message>
    <message>
      <source>Library pane</source>
      <translation>Panel de la biblioteca</translation>
    </message>
    <message>
      <source>Show or hide the library.</source>
      <translation>Mostrar u ocultar la biblioteca.</translation>
    </message>
    <message>
      <source>Claims pane</source>
      <translation>Panel de afirmaciones</translation>
    </message>
    <message>
      <source>Show or hide the claims.</source>
      <translation>Mostrar u ocultar las afirmaciones.</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>Panel siguiente</translation>
    </message>
    <message>
      <source>Go to the next pane.</source>
      <translation>Ir al panel siguiente.</translation>
    </message>
    <message>
      <source>Previous pane</source>
      <translation>Panel anterior</translation>
    </message>
    <message>
      <source>Go to the pane before.</source>
      <translation>Ir al panel anterior.</translation>
    </message>
    <message>
      <source>Menus</source>
      <translation>Menús</translation>
    </message>
    <message>
      <source>Go to the menus.</source>
      <translation>Ir a los menús.</translation>
    </message>
    <message>
      <source>Look: {name}</source>
      <translation>Aspecto: {name}</translation>
    </message>
    <message>
      <source>Logo, colours and face of all briefs</source>
      <translation>Logotipo, colores y letra de todos los informes</translation>
    </message>
    <message>
      <source>Take note of it: from now on only newer changes are shown.</source>
      <translation>Darlo por visto: desde ahora solo se muestran cambios más nuevos.</translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) are not what they were.</source>
      <translation>
        <numerusform>%n línea ya no es lo que era.</numerusform>
        <numerusform>%n líneas ya no son lo que eran.</numerusform>
      </translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exportar…</translation>
    </message>
    <message>
      <source>Write the brief to a file.</source>
      <translation>Escribir el informe en un archivo.</translation>
    </message>
    <message>
      <source>Heading of the section</source>
      <translation>Encabezado de la sección</translation>
    </message>
    <message>
      <source>Your own words, in Markdown</source>
      <translation>Sus propias palabras, en Markdown</translation>
    </message>
    <message>
      <source>Your own words on the line</source>
      <translation>Sus propias palabras sobre la línea</translation>
    </message>
    <message>
      <source>Choose a section to name it, or a line to write on it.</source>
      <translation>Elija una sección para darle nombre, o una línea para escribir sobre ella.</translation>
    </message>
    <message>
      <source>Why and for whom, in Markdown</source>
      <translation>Por qué y para quién, en Markdown</translation>
    </message>
    <message>
      <source>Purpose</source>
      <translation>Propósito</translation>
    </message>
    <message>
      <source>I have seen it</source>
      <translation>Lo he visto</translation>
    </message>
    <message>
      <source>Lines of the brief</source>
      <translation>Líneas del informe</translation>
    </message>
    <message>
      <source>Move in brief</source>
      <translation>Mover en el informe</translation>
    </message>
    <message>
      <source>Write in brief</source>
      <translation>Escribir en el informe</translation>
    </message>
    <message>
      <source>Remove from brief</source>
      <translation>Quitar del informe</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Título</translation>
    </message>
    <message>
      <source>Author</source>
      <translation>Autor</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Fecha</translation>
    </message>
    <message>
      <source>that of the export; or for instance 2026-03-01</source>
      <translation>la de la exportación; o por ejemplo 2026-03-01</translation>
    </message>
    <message>
      <source>Classification</source>
      <translation>Clasificación</translation>
    </message>
    <message>
      <source>e.g. For internal use</source>
      <translation>p. ej., Para uso interno</translation>
    </message>
    <message>
      <source>Whole articles as</source>
      <translation>Artículos enteros como</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>Papel</translation>
    </message>
    <message>
      <source>Section</source>
      <translation>Sección</translation>
    </message>
    <message>
      <source>Begin a section below the chosen one.</source>
      <translation>Empezar una sección debajo de la elegida.</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Texto</translation>
    </message>
    <message>
      <source>Write words of your own below the chosen line.</source>
      <translation>Escribir palabras propias debajo de la línea elegida.</translation>
    </message>
    <message>
      <source>Up</source>
      <translation>Subir</translation>
    </message>
    <message>
      <source>Move the chosen line or section up.</source>
      <translation>Mover la línea o sección elegida hacia arriba.</translation>
    </message>
    <message>
      <source>Down</source>
      <translation>Bajar</translation>
    </message>
    <message>
      <source>Move the chosen line or section down.</source>
      <translation>Mover la línea o sección elegida hacia abajo.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Quitar</translation>
    </message>
    <message>
      <source>Take the chosen lines out of the brief.</source>
      <translation>Quitar del informe las líneas elegidas.</translation>
    </message>
    <message>
      <source>Edit brief</source>
      <translation>Editar informe</translation>
    </message>
    <message>
      <source>New section</source>
      <translation>Sección nueva</translation>
    </message>
    <message>
      <source>Edit heading</source>
      <translation>Editar encabezado</translation>
    </message>
    <message>
      <source>Section without a heading</source>
      <translation>Sección sin encabezado</translation>
    </message>
    <message>
      <source>Your own words</source>
      <translation>Sus propias palabras</translation>
    </message>
    <message>
      <source>The whole article “{title}”</source>
      <translation>El artículo entero «{title}»</translation>
    </message>
    <message>
      <source>Yours: {words}</source>
      <translation>Suyo: {words}</translation>
    </message>
    <message>
      <source>New: {sentence}</source>
      <translation>Nuevo: {sentence}</translation>
    </message>
    <message>
      <source>Not in the library any more: {words}</source>
      <translation>Ya no está en la biblioteca: {words}</translation>
    </message>
    <message>
      <source>Begin a brief without lines.</source>
      <translation>Empezar un informe sin líneas.</translation>
    </message>
    <message>
      <source>Put the brief into the bin.</source>
      <translation>Poner el informe en la papelera.</translation>
    </message>
    <message>
      <source>The pages appear here.</source>
      <translation>Las páginas aparecen aquí.</translation>
    </message>
    <message>
      <source>A brief holds what you choose of one article or many. Choose a claim and press {add_to_brief}.</source>
      <translation>Un informe contiene lo que usted elige de un artículo o de muchos. Elija una afirmación y pulse {add_to_brief}.</translation>
    </message>
    <message>
      <source>Brief without a title</source>
      <translation>Informe sin título</translation>
    </message>
    <message>
      <source>Your own words before the article, in Markdown</source>
      <translation>Sus propias palabras antes del artículo, en Markdown</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Exportar</translation>
    </message>
    <message>
      <source>Template</source>
      <translation>Plantilla</translation>
    </message>
    <message>
      <source>With</source>
      <translation>Con</translation>
    </message>
    <message>
      <source>Formats</source>
      <translation>Formatos</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Elegir…</translation>
    </message>
    <message>
      <source>Choose the folder</source>
      <translation>Elegir la carpeta</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Carpeta</translation>
    </message>
    <message>
      <source>File name</source>
      <translation>Nombre del archivo</translation>
    </message>
    <message>
      <source>Own…</source>
      <translation>Propias…</translation>
    </message>
    <message>
      <source>Open the folder of your own templates</source>
      <translation>Abrir la carpeta de sus propias plantillas</translation>
    </message>
    <message>
      <source>Choose at least one format.</source>
      <translation>Elija al menos un formato.</translation>
    </message>
    <message>
      <source>Introduction</source>
      <translation>Introducción</translation>
    </message>
    <message numerus="yes">
      <source>One brief of %n article(s)</source>
      <translation>
        <numerusform>Un informe de %n artículo</numerusform>
        <numerusform>Un informe de %n artículos</numerusform>
      </translation>
    </message>
    <message>
      <source>The file needs a name, without a slash.</source>
      <translation>El archivo necesita un nombre, sin barra.</translation>
    </message>
    <message>
      <source>There is no folder {folder}.</source>
      <translation>No existe la carpeta {folder}.</translation>
    </message>
    <message>
      <source>Writing files: {done} of {all} done…</source>
      <translation>Escribiendo archivos: {done} de {all} hechos…</translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>%n segundo</numerusform>
        <numerusform>%n segundos</numerusform>
      </translation>
    </message>
    <message>
      <source>Holds for every brief as PDF, web page and Word document, also on the command line.</source>
      <translation>Vale para todo informe en PDF, página web y documento de Word, también en la línea de comandos.</translation>
    </message>
    <message>
      <source>House style</source>
      <translation>Estilo de la casa</translation>
    </message>
    <message>
      <source>e.g. your newsroom or office</source>
      <translation>p. ej., su redacción u oficina</translation>
    </message>
    <message>
      <source>Choose a picture as logo</source>
      <translation>Elegir una imagen como logotipo</translation>
    </message>
    <message>
      <source>Print no logo</source>
      <translation>No imprimir logotipo</translation>
    </message>
    <message>
      <source>Colour of lines and links</source>
      <translation>Color de líneas y enlaces</translation>
    </message>
    <message>
      <source>Colour of title and headings</source>
      <translation>Color del título y los encabezados</translation>
    </message>
    <message>
      <source>Face</source>
      <translation>Letra</translation>
    </message>
    <message>
      <source>As shipped (Literata)</source>
      <translation>De fábrica (Literata)</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organización</translation>
    </message>
    <message>
      <source>Logo</source>
      <translation>Logotipo</translation>
    </message>
    <message>
      <source>Accents</source>
      <translation>Acentos</translation>
    </message>
    <message>
      <source>Headings</source>
      <translation>Encabezados</translation>
    </message>
    <message>
      <source>Restore defaults</source>
      <translation>Restablecer</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Color</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Ninguno</translation>
    </message>
    <message>
      <source>Pictures ({kinds})</source>
      <translation>Imágenes ({kinds})</translation>
    </message>
    <message>
      <source>{colour} is too light to be read on paper. Choose a darker colour.</source>
      <translation>{colour} es demasiado claro para leerse en papel. Elija un color más oscuro.</translation>
    </message>
    <message>
      <source>{face} (not on this computer)</source>
      <translation>{face} (no está en este equipo)</translation>
    </message>
    <message>
      <source>“{name}” is no picture that can be read; the logo stays as it was.</source>
      <translation>«{name}» no es una imagen que se pueda leer; el logotipo queda como estaba.</translation>
    </message>
    <message>
      <source>Preview of the pages</source>
      <translation>Vista previa de las páginas</translation>
    </message>
    <message>
      <source>The first {most} of {n} pages</source>
      <translation>Las primeras {most} de {n} páginas</translation>
    </message>
    <message>
      <source>Page {n}</source>
      <translation>Página {n}</translation>
    </message>
    <message>
      <source>My template</source>
      <translation>Mi plantilla</translation>
    </message>
    <message>
      <source>Templates of your own go to {folder}</source>
      <translation>Sus propias plantillas van en {folder}</translation>
    </message>
    <message>
      <source>Commands with their keys</source>
      <translation>Comandos con sus teclas</translation>
    </message>
    <message>
      <source>The library does not answer.</source>
      <translation>La biblioteca no responde.</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Comandos</translation>
    </message>
    <message>
      <source>Type a command</source>
      <translation>Escriba un comando</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>Buscar un comando</translation>
    </message>
    <message>
      <source>no claim</source>
      <translation>ninguna afirmación</translation>
    </message>
    <message>
      <source>“{name}” is written.</source>
      <translation>«{name}» está escrito.</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Abrir carpeta</translation>
    </message>
    <message>
      <source>The export was stopped; what was written before stays.</source>
      <translation>Se detuvo la exportación; lo escrito antes se queda.</translation>
    </message>
    <message>
      <source>Highlight the selected words in this colour, or give it to the chosen highlight.</source>
      <translation>Subrayar las palabras seleccionadas con este color, o dárselo al subrayado elegido.</translation>
    </message>
    <message>
      <source>Highlight in yellow</source>
      <translation>Subrayar en amarillo</translation>
    </message>
    <message>
      <source>Highlight in green</source>
      <translation>Subrayar en verde</translation>
    </message>
    <message>
      <source>Highlight in blue</source>
      <translation>Subrayar en azul</translation>
    </message>
    <message>
      <source>Highlight in pink</source>
      <translation>Subrayar en rosa</translation>
    </message>
    <message>
      <source>Highlight in orange</source>
      <translation>Subrayar en naranja</translation>
    </message>
    <message>
      <source>Highlight in violet</source>
      <translation>Subrayar en violeta</translation>
    </message>
    <message>
      <source>Highlight in teal</source>
      <translation>Subrayar en turquesa</translation>
    </message>
    <message>
      <source>Highlight in grey</source>
      <translation>Subrayar en gris</translation>
    </message>
    <message>
      <source>Open web address</source>
      <translation>Abrir dirección web</translation>
    </message>
    <message>
      <source>Address of an article, or of a feed (RSS, Atom) to choose articles from:</source>
      <translation>Dirección de un artículo, o de un canal (RSS, Atom) del que elegir artículos:</translation>
    </message>
    <message>
      <source>Web address</source>
      <translation>Dirección web</translation>
    </message>
    <message>
      <source>Only this page is fetched, without pictures, scripts or cookies of yours.</source>
      <translation>Solo se trae esta página, sin imágenes, sin scripts y sin sus cookies.</translation>
    </message>
    <message>
      <source>Open in browser</source>
      <translation>Abrir en el navegador</translation>
    </message>
    <message>
      <source>Articles in {title}</source>
      <translation>Artículos de {title}</translation>
    </message>
    <message>
      <source>Feed: {title}</source>
      <translation>Canal: {title}</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtrar</translation>
    </message>
    <message>
      <source>Filter the entries</source>
      <translation>Filtrar las entradas</translation>
    </message>
    <message>
      <source>What the feed offers</source>
      <translation>Lo que ofrece el canal</translation>
    </message>
    <message>
      <source>Choose all</source>
      <translation>Elegir todo</translation>
    </message>
    <message>
      <source>Choose none</source>
      <translation>No elegir nada</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Abrir</translation>
    </message>
    <message>
      <source>Keep the list</source>
      <translation>Conservar la lista</translation>
    </message>
    <message>
      <source>Put the list itself into the library; nothing of it is fetched.</source>
      <translation>Poner la propia lista en la biblioteca; no se trae nada de ella.</translation>
    </message>
    <message>
      <source>Take {n} into the library</source>
      <translation>Traer {n} a la biblioteca</translation>
    </message>
    <message>
      <source>in the library</source>
      <translation>en la biblioteca</translation>
    </message>
    <message>
      <source>without an address</source>
      <translation>sin dirección</translation>
    </message>
    <message>
      <source>listed on {day}</source>
      <translation>en la lista desde el {day}</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Archivo</translation>
    </message>
    <message>
      <source>What became of it</source>
      <translation>Qué fue de él</translation>
    </message>
    <message>
      <source>Imported files</source>
      <translation>Archivos importados</translation>
    </message>
    <message>
      <source>Which files are listed</source>
      <translation>Qué archivos se listan</translation>
    </message>
    <message>
      <source>Enter or a double click opens an article.</source>
      <translation>Intro o un doble clic abre un artículo.</translation>
    </message>
    <message>
      <source>Copy list</source>
      <translation>Copiar lista</translation>
    </message>
    <message>
      <source>All files ({n})</source>
      <translation>Todos los archivos ({n})</translation>
    </message>
    <message>
      <source>Could not be opened ({n})</source>
      <translation>No se pudieron abrir ({n})</translation>
    </message>
    <message>
      <source>New ({n})</source>
      <translation>Nuevos ({n})</translation>
    </message>
    <message>
      <source>Same or nearly the same as others ({n})</source>
      <translation>Iguales o casi iguales a otros ({n})</translation>
    </message>
    <message>
      <source>Already in the library</source>
      <translation>Ya en la biblioteca</translation>
    </message>
    <message>
      <source>New, but nearly the same as another</source>
      <translation>Nuevo, pero casi igual a otro</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Nuevo</translation>
    </message>
    <message>
      <source>New version</source>
      <translation>Versión nueva</translation>
    </message>
    <message>
      <source>New, but nearly the same as “{title}”</source>
      <translation>Nuevo, pero casi igual a «{title}»</translation>
    </message>
    <message>
      <source>New version of “{title}”</source>
      <translation>Versión nueva de «{title}»</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importar</translation>
    </message>
    <message>
      <source>Looking for articles to import…</source>
      <translation>Buscando artículos que importar…</translation>
    </message>
    <message>
      <source>Progress of the import</source>
      <translation>Progreso de la importación</translation>
    </message>
    <message>
      <source>Stop the import</source>
      <translation>Parar la importación</translation>
    </message>
    <message>
      <source>Open no further files; what is imported stays.</source>
      <translation>No abrir más archivos; lo importado se queda.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Cerrar</translation>
    </message>
    <message>
      <source>Close the word on the import</source>
      <translation>Cerrar el aviso sobre la importación</translation>
    </message>
    <message>
      <source>Importing: {done} of {of}</source>
      <translation>Importando: {done} de {of}</translation>
    </message>
    <message>
      <source>From the watched folder: {outcome}</source>
      <translation>De la carpeta vigilada: {outcome}</translation>
    </message>
    <message>
      <source>Article details</source>
      <translation>Datos del artículo</translation>
    </message>
    <message>
      <source>Keep changes</source>
      <translation>Guardar cambios</translation>
    </message>
    <message>
      <source>Byline</source>
      <translation>Autor</translation>
    </message>
    <message>
      <source>Outlet</source>
      <translation>Medio</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>Publicado</translation>
    </message>
    <message>
      <source>Last changed</source>
      <translation>Último cambio</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Dirección</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Idioma</translation>
    </message>
    <message>
      <source>As found: “{words}”</source>
      <translation>Encontrado: «{words}»</translation>
    </message>
    <message>
      <source>As found: nothing</source>
      <translation>Encontrado: nada</translation>
    </message>
    <message>
      <source>Take your correction back.</source>
      <translation>Retirar su corrección.</translation>
    </message>
    <message>
      <source>corrected by you</source>
      <translation>corregido por usted</translation>
    </message>
    <message>
      <source>{words} words</source>
      <translation>{words} palabras</translation>
    </message>
    <message>
      <source>in the library since {day}</source>
      <translation>en la biblioteca desde el {day}</translation>
    </message>
    <message>
      <source>version {n}</source>
      <translation>versión {n}</translation>
    </message>
    <message>
      <source>Opened from {file}</source>
      <translation>Abierto desde {file}</translation>
    </message>
    <message>
      <source>“{words}” is no code of a language. Write en for English, de for German and so on.</source>
      <translation>«{words}» no es el código de ningún idioma. Escriba en para inglés, de para alemán, etc.</translation>
    </message>
    <message>
      <source>found in what the page says of itself</source>
      <translation>encontrado en lo que la página dice de sí misma</translation>
    </message>
    <message>
      <source>found in the text</source>
      <translation>encontrado en el texto</translation>
    </message>
    <message>
      <source>found in what the document says of itself</source>
      <translation>encontrado en lo que el documento dice de sí mismo</translation>
    </message>
    <message>
      <source>told by a list of references</source>
      <translation>dicho por una lista de referencias</translation>
    </message>
    <message>
      <source>found in the head of the message</source>
      <translation>encontrado en el encabezado del mensaje</translation>
    </message>
    <message>
      <source>where it was fetched</source>
      <translation>de donde se trajo</translation>
    </message>
    <message>
      <source>not found</source>
      <translation>no encontrado</translation>
    </message>
    <message>
      <source>An article needs a title.</source>
      <translation>Un artículo necesita un título.</translation>
    </message>
    <message>
      <source>“{words}” is no date. Write it like 2026-05-02 or 2 May 2026.</source>
      <translation>«{words}» no es una fecha. Escríbala así: 2026-05-02 o 2 May 2026.</translation>
    </message>
    <message>
      <source>Watched folder</source>
      <translation>Carpeta vigilada</translation>
    </message>
    <message>
      <source>Every article that comes into a watched folder is imported by itself, while Briefing runs or at its next start; so is what lies in it now. The files stay where they are.</source>
      <translation>Todo artículo que llega a una carpeta vigilada se importa por sí solo, mientras Briefing funciona o la próxima vez que se inicie; también lo que hay ahora en ella. Los archivos se quedan donde están.</translation>
    </message>
    <message>
      <source>Choose folder…</source>
      <translation>Elegir carpeta…</translation>
    </message>
    <message>
      <source>Stop watching</source>
      <translation>Dejar de vigilar</translation>
    </message>
    <message>
      <source>No folder is watched.</source>
      <translation>No se vigila ninguna carpeta.</translation>
    </message>
    <message>
      <source>Folder to watch</source>
      <translation>Carpeta que vigilar</translation>
    </message>
    <message>
      <source>{folder} is not there at the moment.</source>
      <translation>{folder} no está ahí en este momento.</translation>
    </message>
    <message>
      <source>English</source>
      <translation>Español</translation>
    </message>
    <message>
      <source>Ctrl</source>
      <translation>Ctrl</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Mayús</translation>
    </message>
    <message>
      <source>Change keys</source>
      <translation>Cambiar teclas</translation>
    </message>
    <message>
      <source>Find a command, or a key such as Ctrl+E</source>
      <translation>Busque un comando, o una tecla como Ctrl+E</translation>
    </message>
    <message>
      <source>Find a command or a key</source>
      <translation>Buscar un comando o una tecla</translation>
    </message>
    <message>
      <source>New key: press it</source>
      <translation>Tecla nueva: púlsela</translation>
    </message>
    <message>
      <source>No key</source>
      <translation>Sin tecla</translation>
    </message>
    <message>
      <source>Let the command have no key; it stays in the menu and the palette.</source>
      <translation>Dejar el comando sin tecla; sigue en el menú y en la paleta.</translation>
    </message>
    <message>
      <source>Take it over</source>
      <translation>Quitársela</translation>
    </message>
    <message>
      <source>Leave it</source>
      <translation>Dejarla</translation>
    </message>
    <message>
      <source>Reset all keys</source>
      <translation>Restablecer todas las teclas</translation>
    </message>
    <message>
      <source>{key} is needed for writing in fields, so no other command can have it.</source>
      <translation>{key} hace falta para escribir en los campos, así que ningún otro comando puede tenerla.</translation>
    </message>
    <message>
      <source>{key} is needed for moving about the window, so no command can have it.</source>
      <translation>{key} hace falta para moverse por la ventana, así que ningún comando puede tenerla.</translation>
    </message>
    <message>
      <source>{key} is more than one key; a command has one.</source>
      <translation>{key} es más de una tecla; un comando tiene una.</translation>
    </message>
    <message>
      <source>Press the new key</source>
      <translation>Pulse la tecla nueva</translation>
    </message>
    <message>
      <source>No command holds these words.</source>
      <translation>Ningún comando contiene estas palabras.</translation>
    </message>
    <message>
      <source>{key} is the key of “{command}”, which will have none if you take it over.</source>
      <translation>{key} es la tecla de «{command}», que se quedará sin ninguna si se la quita.</translation>
    </message>
    <message>
      <source>Reset to {key}</source>
      <translation>Volver a {key}</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Comando</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Tecla</translation>
    </message>
    <message>
      <source>no key</source>
      <translation>sin tecla</translation>
    </message>
    <message>
      <source>{key}  · mine</source>
      <translation>{key}  · mía</translation>
    </message>
    <message>
      <source>Actors of the article</source>
      <translation>Actores del artículo</translation>
    </message>
    <message>
      <source>Names of the chosen actor</source>
      <translation>Nombres del actor elegido</translation>
    </message>
    <message>
      <source>What the actor is called</source>
      <translation>Cómo se llama el actor</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Unir</translation>
    </message>
    <message>
      <source>All chosen actors are one, who is called so.</source>
      <translation>Todos los actores elegidos son uno, que se llama así.</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Renombrar</translation>
    </message>
    <message>
      <source>The chosen actor is called so.</source>
      <translation>El actor elegido se llama así.</translation>
    </message>
    <message>
      <source>Split off</source>
      <translation>Separar</translation>
    </message>
    <message>
      <source>The chosen names are those of another actor.</source>
      <translation>Los nombres elegidos son de otro actor.</translation>
    </message>
    <message>
      <source>Choose several actors to merge them, or one actor to rename it or to split names off it.</source>
      <translation>Elija varios actores para unirlos, o uno para renombrarlo o separar nombres de él.</translation>
    </message>
    <message>
      <source>{status} (my word)</source>
      <translation>{status} (mi palabra)</translation>
    </message>
    <message>
      <source>{status} ✓ accepted</source>
      <translation>{status} ✓ aceptado</translation>
    </message>
    <message>
      <source>My own status for this claim</source>
      <translation>Mi propio estado para esta afirmación</translation>
    </message>
    <message>
      <source>My note on this claim</source>
      <translation>Mi nota sobre esta afirmación</translation>
    </message>
    <message>
      <source>Why this status</source>
      <translation>Por qué este estado</translation>
    </message>
    <message>
      <source>My note on this claim; saved as you type</source>
      <translation>Mi nota sobre esta afirmación; se guarda mientras escribe</translation>
    </message>
    <message>
      <source>No note: the library can only be read</source>
      <translation>Sin nota: la biblioteca solo se puede leer</translation>
    </message>
    <message>
      <source>Mine</source>
      <translation>Mías</translation>
    </message>
    <message>
      <source>Claims that are judged differently</source>
      <translation>Afirmaciones que se juzgan de otro modo</translation>
    </message>
    <message>
      <source>Show the claim</source>
      <translation>Mostrar la afirmación</translation>
    </message>
    <message>
      <source>Take their word</source>
      <translation>Tomar su palabra</translation>
    </message>
    <message numerus="yes">
      <source>%n claim(s) are judged by you and by others.</source>
      <translation>
        <numerusform>%n afirmación está juzgada por usted y por otros.</numerusform>
        <numerusform>%n afirmaciones están juzgadas por usted y por otros.</numerusform>
      </translation>
    </message>
    <message>
      <source>Give the claim the same status; what you wrote on it stays.</source>
      <translation>Dar a la afirmación el mismo estado; lo que usted escribió queda.</translation>
    </message>
    <message>
      <source>me</source>
      <translation>yo</translation>
    </message>
    <message numerus="yes">
      <source>%n other(s) are judged by colleagues, and shown once you judged them.</source>
      <translation>
        <numerusform>%n más está juzgada por colegas, y se muestra cuando usted la haya juzgado.</numerusform>
        <numerusform>%n más están juzgadas por colegas, y se muestran cuando usted las haya juzgado.</numerusform>
      </translation>
    </message>
    <message>
      <source>You differ on none.</source>
      <translation>No discrepan en ninguna.</translation>
    </message>
    <message>
      <source>That is too little to tell an agreement.</source>
      <translation>Es demasiado poco para dar un acuerdo.</translation>
    </message>
    <message>
      <source>Agreement (Krippendorff's alpha): {alpha}.</source>
      <translation>Acuerdo (alfa de Krippendorff): {alpha}.</translation>
    </message>
    <message>
      <source>Who disputes it, in my word</source>
      <translation>Quién lo discute, según mi palabra</translation>
    </message>
    <message>
      <source>Nobody yet</source>
      <translation>Nadie todavía</translation>
    </message>
    <message>
      <source>Say who disputes it: choose a claim of the article, type its number, or type a name</source>
      <translation>Decir quién lo discute: elija una afirmación del artículo, escriba su número o escriba un nombre</translation>
    </message>
    <message>
      <source>Disputed by</source>
      <translation>Discutido por</translation>
    </message>
    <message>
      <source>Somebody else, too</source>
      <translation>Alguien más</translation>
    </message>
    <message>
      <source>Take back that {source} disputes it</source>
      <translation>Retirar que {source} lo discute</translation>
    </message>
    <message>
      <source>{source}, claim {number}</source>
      <translation>{source}, afirmación {number}</translation>
    </message>
    <message>
      <source>Claim {number}</source>
      <translation>Afirmación {number}</translation>
    </message>
    <message>
      <source>{link}: go there</source>
      <translation>{link}: ir allí</translation>
    </message>
    <message>
      <source>Filter claims by words</source>
      <translation>Filtrar afirmaciones por palabras</translation>
    </message>
    <message>
      <source>Order of the claims</source>
      <translation>Orden de las afirmaciones</translation>
    </message>
    <message>
      <source>Text order</source>
      <translation>Orden del texto</translation>
    </message>
    <message>
      <source>By actor</source>
      <translation>Por actor</translation>
    </message>
    <message>
      <source>By status</source>
      <translation>Por estado</translation>
    </message>
    <message>
      <source>By my marks</source>
      <translation>Por mi palabra</translation>
    </message>
    <message>
      <source>Show claims of one status</source>
      <translation>Mostrar afirmaciones de un estado</translation>
    </message>
    <message>
      <source>All statuses</source>
      <translation>Todos los estados</translation>
    </message>
    <message>
      <source>Show claims in one voice</source>
      <translation>Mostrar afirmaciones de una voz</translation>
    </message>
    <message>
      <source>All voices</source>
      <translation>Todas las voces</translation>
    </message>
    <message>
      <source>Show claims by what I did with them</source>
      <translation>Mostrar afirmaciones por lo que hice con ellas</translation>
    </message>
    <message>
      <source>All claims</source>
      <translation>Todas las afirmaciones</translation>
    </message>
    <message>
      <source>Not judged yet</source>
      <translation>Aún sin juzgar</translation>
    </message>
    <message>
      <source>Dismissed</source>
      <translation>Descartadas</translation>
    </message>
    <message>
      <source>Show claims by what is told of their source</source>
      <translation>Mostrar afirmaciones por lo que se dice de su fuente</translation>
    </message>
    <message>
      <source>All sources</source>
      <translation>Todas las fuentes</translation>
    </message>
    <message>
      <source>How they know is told</source>
      <translation>Se dice cómo lo saben</translation>
    </message>
    <message>
      <source>Why they have no name is told</source>
      <translation>Se dice por qué no tienen nombre</translation>
    </message>
    <message>
      <source>No name, and no reason given</source>
      <translation>Sin nombre, y sin razón para ello</translation>
    </message>
    <message>
      <source>Show claims of one actor</source>
      <translation>Mostrar afirmaciones de un actor</translation>
    </message>
    <message>
      <source>All actors</source>
      <translation>Todos los actores</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Más</translation>
    </message>
    <message>
      <source>Filter by status, voice, actor, what is told of sources, and my own word</source>
      <translation>Filtrar por estado, voz, actor, lo que se dice de las fuentes y mi propia palabra</translation>
    </message>
    <message>
      <source>Open an article: its claims appear here, each with who says it and how confirmed it is.</source>
      <translation>Abra un artículo: sus afirmaciones aparecen aquí, cada una con quién la dice y hasta qué punto está confirmada.</translation>
    </message>
    <message>
      <source>Reading the article for claims…</source>
      <translation>Buscando afirmaciones en el artículo…</translation>
    </message>
    <message>
      <source>No claim is like this. Esc in the filter shows all of them.</source>
      <translation>Ninguna afirmación es así. Esc en el filtro las muestra todas.</translation>
    </message>
    <message>
      <source>Show the story</source>
      <translation>Mostrar la historia</translation>
    </message>
    <message>
      <source>Show or hide why Briefing found this</source>
      <translation>Mostrar u ocultar por qué Briefing encontró esto</translation>
    </message>
    <message>
      <source>You gave it this status.</source>
      <translation>Usted le dio este estado.</translation>
    </message>
    <message>
      <source>Show in the text</source>
      <translation>Mostrar en el texto</translation>
    </message>
    <message>
      <source>In its story: {standing}</source>
      <translation>En su historia: {standing}</translation>
    </message>
    <message>
      <source>Show in the text: {words}</source>
      <translation>Mostrar en el texto: {words}</translation>
    </message>
    <message>
      <source>Who said it, in my word</source>
      <translation>Quién lo dijo, según mi palabra</translation>
    </message>
    <message>
      <source>Correct who said it: type a name, or choose an actor of the article</source>
      <translation>Corregir quién lo dijo: escriba un nombre, o elija un actor del artículo</translation>
    </message>
    <message>
      <source>Said by</source>
      <translation>Dicho por</translation>
    </message>
    <message>
      <source>How reliable the source is</source>
      <translation>Hasta qué punto es fiable la fuente</translation>
    </message>
    <message>
      <source>Source: not rated</source>
      <translation>Fuente: sin valorar</translation>
    </message>
    <message>
      <source>How credible the information is</source>
      <translation>Hasta qué punto es creíble la información</translation>
    </message>
    <message>
      <source>Word: not rated</source>
      <translation>Palabra: sin valorar</translation>
    </message>
    <message>
      <source>The article itself</source>
      <translation>El propio artículo</translation>
    </message>
    <message>
      <source>Nothing.</source>
      <translation>Nada.</translation>
    </message>
    <message>
      <source>How confirmed it is</source>
      <translation>Hasta qué punto está confirmado</translation>
    </message>
    <message>
      <source>Independent origins</source>
      <translation>Orígenes independientes</translation>
    </message>
    <message>
      <source>Still to ask</source>
      <translation>Aún por preguntar</translation>
    </message>
    <message>
      <source>What rests on a single source</source>
      <translation>Lo que descansa en una sola fuente</translation>
    </message>
    <message>
      <source>Only in one place</source>
      <translation>Solo en un lugar</translation>
    </message>
    <message>
      <source>Only one tag</source>
      <translation>Solo una etiqueta</translation>
    </message>
    <message>
      <source>Only what changed lately</source>
      <translation>Solo lo que cambió hace poco</translation>
    </message>
    <message>
      <source>At any time</source>
      <translation>En cualquier momento</translation>
    </message>
    <message>
      <source>In a day</source>
      <translation>En un día</translation>
    </message>
    <message>
      <source>In a week</source>
      <translation>En una semana</translation>
    </message>
    <message>
      <source>In a month</source>
      <translation>En un mes</translation>
    </message>
    <message>
      <source>In all articles</source>
      <translation>En todos los artículos</translation>
    </message>
    <message>
      <source>In the open article</source>
      <translation>En el artículo abierto</translation>
    </message>
    <message>
      <source>Any tag</source>
      <translation>Cualquier etiqueta</translation>
    </message>
    <message>
      <source>In “{name}”</source>
      <translation>En «{name}»</translation>
    </message>
    <message>
      <source>Words in notes, quotations and tags</source>
      <translation>Palabras en notas, citas y etiquetas</translation>
    </message>
    <message>
      <source>Only one colour</source>
      <translation>Solo un color</translation>
    </message>
    <message>
      <source>All colours</source>
      <translation>Todos los colores</translation>
    </message>
    <message>
      <source>with a note</source>
      <translation>con nota</translation>
    </message>
    <message>
      <source>not in the text any more</source>
      <translation>ya no está en el texto</translation>
    </message>
    <message>
      <source>Annotations</source>
      <translation>Anotaciones</translation>
    </message>
    <message numerus="yes">
      <source>%n annotation(s)</source>
      <translation>
        <numerusform>%n anotación</numerusform>
        <numerusform>%n anotaciones</numerusform>
      </translation>
    </message>
    <message>
      <source>No annotation is like this.</source>
      <translation>Ninguna anotación es así.</translation>
    </message>
    <message>
      <source>Select words in an article and press {highlight} to highlight them, or {note} to write a note.</source>
      <translation>Seleccione palabras en un artículo y pulse {highlight} para subrayarlas, o {note} para escribir una nota.</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>Etiqueta</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Palabras</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Etiquetas</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>Artículo</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Cambiado</translation>
    </message>
    <message>
      <source>Note on a claim</source>
      <translation>Nota sobre una afirmación</translation>
    </message>
    <message>
      <source>Show in article</source>
      <translation>Mostrar en el artículo</translation>
    </message>
    <message>
      <source>Open the article at these words.</source>
      <translation>Abrir el artículo en estas palabras.</translation>
    </message>
    <message>
      <source>Place here</source>
      <translation>Colocar aquí</translation>
    </message>
    <message>
      <source>Move it to the words that are selected in its article.</source>
      <translation>Moverla a las palabras seleccionadas en su artículo.</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Color…</translation>
    </message>
    <message>
      <source>Give all selected another colour.</source>
      <translation>Dar otro color a todo lo seleccionado.</translation>
    </message>
    <message>
      <source>Give all selected a tag.</source>
      <translation>Dar una etiqueta a todo lo seleccionado.</translation>
    </message>
    <message>
      <source>Put all selected into the bin.</source>
      <translation>Poner todo lo seleccionado en la papelera.</translation>
    </message>
    <message>
      <source>Claim: {words}</source>
      <translation>Afirmación: {words}</translation>
    </message>
    <message>
      <source>{n} in the library whose words are not in the text any more</source>
      <translation>{n} en la biblioteca cuyas palabras ya no están en el texto</translation>
    </message>
    <message>
      <source>the last {n} are listed</source>
      <translation>se listan las últimas {n}</translation>
    </message>
    <message>
      <source>not in the text any more: {words}</source>
      <translation>ya no está en el texto: {words}</translation>
    </message>
    <message>
      <source>Untitled</source>
      <translation>Sin título</translation>
    </message>
    <message>
      <source>not analysed yet</source>
      <translation>aún no analizado</translation>
    </message>
    <message numerus="yes">
      <source>%n claim(s)</source>
      <translation>
        <numerusform>%n afirmación</numerusform>
        <numerusform>%n afirmaciones</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n note(s)</source>
      <translation>
        <numerusform>%n nota</numerusform>
        <numerusform>%n notas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n highlight(s)</source>
      <translation>
        <numerusform>%n subrayado</numerusform>
        <numerusform>%n subrayados</numerusform>
      </translation>
    </message>
    <message>
      <source>kept twice</source>
      <translation>guardado dos veces</translation>
    </message>
    <message>
      <source>added {day}</source>
      <translation>añadido el {day}</translation>
    </message>
    <message>
      <source>The library becomes what it was when the backup was made. What it is now is kept as a backup of its own, so that you can come back. Original files are never touched.</source>
      <translation>La biblioteca vuelve a ser lo que era cuando se hizo la copia de seguridad. Lo que es ahora se conserva como otra copia, para que usted pueda volver. Los archivos originales no se tocan nunca.</translation>
    </message>
    <message>
      <source>made automatically, once a day</source>
      <translation>automática, una vez al día</translation>
    </message>
    <message>
      <source>made by you</source>
      <translation>hecha por usted</translation>
    </message>
    <message>
      <source>made before Briefing was brought up to date</source>
      <translation>hecha antes de actualizar Briefing</translation>
    </message>
    <message>
      <source>made before another backup was put back</source>
      <translation>hecha antes de restaurar otra copia</translation>
    </message>
    <message>
      <source>Backups</source>
      <translation>Copias de seguridad</translation>
    </message>
    <message>
      <source>Leave it as it is</source>
      <translation>Dejarla como está</translation>
    </message>
    <message>
      <source>Restore this backup</source>
      <translation>Restaurar esta copia</translation>
    </message>
    <message>
      <source>The library is damaged</source>
      <translation>La biblioteca está dañada</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
      <source>There is no backup yet. Briefing makes one each day on which something changed.</source>
      <translation>Aún no hay ninguna copia de seguridad. Briefing hace una cada día en que algo cambió.</translation>
    </message>
    <message>
      <source>Save what can be read</source>
      <translation>Salvar lo que se puede leer</translation>
    </message>
    <message>
      <source>Sets the damaged library aside and fills a new one with all that is readable.</source>
      <translation>Aparta la biblioteca dañada y llena una nueva con todo lo que se puede leer.</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Restaurar</translation>
    </message>
    <message>
      <source>Put all selected back where they were.</source>
      <translation>Devolver todo lo seleccionado a donde estaba.</translation>
    </message>
    <message>
      <source>What lies in the bin</source>
      <translation>Lo que hay en la papelera</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Clase</translation>
    </message>
    <message>
      <source>Name or words</source>
      <translation>Nombre o palabras</translation>
    </message>
    <message>
      <source>Deleted</source>
      <translation>Borrado</translation>
    </message>
    <message>
      <source>What lies here is deleted for good after 30 days.</source>
      <translation>Lo que hay aquí se borra definitivamente a los 30 días.</translation>
    </message>
    <message>
      <source>The bin is empty. What lies here is deleted after 30 days.</source>
      <translation>La papelera está vacía. Lo que hay aquí se borra a los 30 días.</translation>
    </message>
    <message>
      <source>No claim of the library is like this.</source>
      <translation>Ninguna afirmación de la biblioteca es como esta.</translation>
    </message>
    <message>
      <source>{claims} {articles}; Enter shows one in its article.</source>
      <translation>{claims} {articles}; Intro muestra una en su artículo.</translation>
    </message>
    <message>
      <source>Claims across the library</source>
      <translation>Afirmaciones en toda la biblioteca</translation>
    </message>
    <message>
      <source>Who else said</source>
      <translation>Quién más lo dijo</translation>
    </message>
    <message>
      <source>In other words</source>
      <translation>Con otras palabras</translation>
    </message>
    <message>
      <source>All that is said by</source>
      <translation>Todo lo dicho por</translation>
    </message>
    <message>
      <source>By words, by meaning or by actor</source>
      <translation>Por palabras, por significado o por actor</translation>
    </message>
    <message>
      <source>Words of the claim, what it means, or name of the actor</source>
      <translation>Palabras de la afirmación, lo que significa o nombre del actor</translation>
    </message>
    <message numerus="yes">
      <source>in %n article(s)</source>
      <translation>
        <numerusform>en %n artículo</numerusform>
        <numerusform>en %n artículos</numerusform>
      </translation>
    </message>
    <message>
      <source>{share} % near in meaning</source>
      <translation>{share} % de cercanía en el significado</translation>
    </message>
    <message>
      <source>{share} % of the words</source>
      <translation>{share} % de las palabras</translation>
    </message>
    <message>
      <source>Looking for what means that…</source>
      <translation>Buscando lo que significa eso…</translation>
    </message>
    <message>
      <source>A desk is a library that several share on a server of PostgreSQL. Whoever looks after the server gives you the address. Your own library stays as it is.</source>
      <translation>Una redacción comparte una biblioteca en un servidor de PostgreSQL. La dirección se la da quien cuida del servidor. Su propia biblioteca queda como está.</translation>
    </message>
    <message>
      <source>Join a desk</source>
      <translation>Entrar en una redacción</translation>
    </message>
    <message>
      <source>Address of the desk</source>
      <translation>Dirección de la redacción</translation>
    </message>
    <message>
      <source>if the server asks for one</source>
      <translation>si el servidor pide una</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Contraseña</translation>
    </message>
    <message>
      <source>Keep the password in the keyring of the system</source>
      <translation>Guardar la contraseña en el llavero del sistema</translation>
    </message>
    <message>
      <source>Join</source>
      <translation>Entrar</translation>
    </message>
    <message>
      <source>Test the connection</source>
      <translation>Probar la conexión</translation>
    </message>
    <message>
      <source>Work in the offline copy</source>
      <translation>Trabajar en la copia</translation>
    </message>
    <message>
      <source>Looking at the desk…</source>
      <translation>Buscando la redacción…</translation>
    </message>
    <message>
      <source>titles</source>
      <translation>títulos</translation>
    </message>
    <message>
      <source>texts</source>
      <translation>textos</translation>
    </message>
    <message>
      <source>claims</source>
      <translation>afirmaciones</translation>
    </message>
    <message>
      <source>names</source>
      <translation>nombres</translation>
    </message>
    <message>
      <source>notes</source>
      <translation>notas</translation>
    </message>
    <message>
      <source>tags</source>
      <translation>etiquetas</translation>
    </message>
    <message>
      <source>ferry "northern harbour" nego*</source>
      <translation>ferri "puerto del norte" nego*</translation>
    </message>
    <message>
      <source>ferry bridge</source>
      <translation>ferri puente</translation>
    </message>
    <message>
      <source>rumour</source>
      <translation>rumor</translation>
    </message>
    <message>
      <source>a name, or several with a comma between two</source>
      <translation>un nombre, o varios separados por comas</translation>
    </message>
    <message>
      <source>urgent, harbour</source>
      <translation>urgente, puerto</translation>
    </message>
    <message>
      <source>2026-05-01, 2026-05 or 2026</source>
      <translation>2026-05-01, 2026-05 o 2026</translation>
    </message>
    <message>
      <source>2026-06-01</source>
      <translation>2026-06-01</translation>
    </message>
    <message>
      <source>Only in</source>
      <translation>Solo en</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Quién</translation>
    </message>
    <message>
      <source>With a claim that is</source>
      <translation>Con una afirmación que esté</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Buscar</translation>
    </message>
    <message>
      <source>All of these words</source>
      <translation>Todas estas palabras</translation>
    </message>
    <message>
      <source>Any of these</source>
      <translation>Cualquiera de estas</translation>
    </message>
    <message>
      <source>None of these</source>
      <translation>Ninguna de estas</translation>
    </message>
    <message>
      <source>Published from</source>
      <translation>Publicado desde</translation>
    </message>
    <message>
      <source>Published before</source>
      <translation>Publicado antes de</translation>
    </message>
    <message>
      <source>This cannot be searched for: a date is no date, or there are no letters.</source>
      <translation>Esto no se puede buscar: una fecha no es una fecha, o no hay letras.</translation>
    </message>
    <message>
      <source>As it would be typed: {typed}</source>
      <translation>Como se escribiría: {typed}</translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) found</source>
      <translation>
        <numerusform>%n artículo encontrado</numerusform>
        <numerusform>%n artículos encontrados</numerusform>
      </translation>
    </message>
    <message>
      <source>Articles that you open are kept here. Press {open}, or drop a file.</source>
      <translation>Los artículos que abre se conservan aquí. Pulse {open}, o suelte un archivo.</translation>
    </message>
    <message>
      <source>Newest</source>
      <translation>Más nuevos</translation>
    </message>
    <message>
      <source>Last read</source>
      <translation>Leídos últimamente</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>Longitud</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Artículos</translation>
    </message>
    <message>
      <source>Shelves</source>
      <translation>Estantes</translation>
    </message>
    <message>
      <source>Show or hide the shelves</source>
      <translation>Mostrar u ocultar los estantes</translation>
    </message>
    <message>
      <source>All articles</source>
      <translation>Todos los artículos</translation>
    </message>
    <message>
      <source>Sort articles by</source>
      <translation>Ordenar artículos por</translation>
    </message>
    <message>
      <source>Nothing was found. Fewer words, or the beginning of one with *, find more.</source>
      <translation>No se encontró nada. Menos palabras, o el comienzo de una con *, encuentran más.</translation>
    </message>
    <message>
      <source>The inbox is empty: all articles are read, or lie in a collection.</source>
      <translation>La bandeja de entrada está vacía: todos los artículos están leídos, o están en una colección.</translation>
    </message>
    <message>
      <source>Nothing is unread.</source>
      <translation>No hay nada sin leer.</translation>
    </message>
    <message>
      <source>What you read appears here, the last first.</source>
      <translation>Lo que lee aparece aquí, lo último primero.</translation>
    </message>
    <message>
      <source>Drag articles onto the collection, or press {collect}.</source>
      <translation>Arrastre artículos a la colección, o pulse {collect}.</translation>
    </message>
    <message>
      <source>No article carries this tag any more.</source>
      <translation>Ningún artículo lleva ya esta etiqueta.</translation>
    </message>
    <message>
      <source>No article lies in the bin. Press {bin} for all else that was deleted; after 30 days it is gone.</source>
      <translation>No hay ningún artículo en la papelera. Pulse {bin} para lo demás que se borró; a los 30 días desaparece.</translation>
    </message>
    <message>
      <source>{n} articles or more</source>
      <translation>{n} artículos o más</translation>
    </message>
    <message>
      <source>Found anywhere</source>
      <translation>Encontrado en cualquier lugar</translation>
    </message>
    <message>
      <source>Found in texts</source>
      <translation>Encontrado en textos</translation>
    </message>
    <message>
      <source>Found in claims</source>
      <translation>Encontrado en afirmaciones</translation>
    </message>
    <message>
      <source>Found in names</source>
      <translation>Encontrado en nombres</translation>
    </message>
    <message>
      <source>Found in notes</source>
      <translation>Encontrado en notas</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Todo</translation>
    </message>
    <message>
      <source>Text {n}</source>
      <translation>Texto {n}</translation>
    </message>
    <message>
      <source>Claims {n}</source>
      <translation>Afirmaciones {n}</translation>
    </message>
    <message>
      <source>Names {n}</source>
      <translation>Nombres {n}</translation>
    </message>
    <message>
      <source>Notes {n}</source>
      <translation>Notas {n}</translation>
    </message>
    <message>
      <source>Inbox</source>
      <translation>Bandeja de entrada</translation>
    </message>
    <message>
      <source>Unread</source>
      <translation>Sin leer</translation>
    </message>
    <message>
      <source>Recently read</source>
      <translation>Leídos hace poco</translation>
    </message>
    <message>
      <source>{name}, {n} articles</source>
      <translation>{name}, {n} artículos</translation>
    </message>
    <message>
      <source>Collections</source>
      <translation>Colecciones</translation>
    </message>
    <message>
      <source>Saved searches</source>
      <translation>Búsquedas guardadas</translation>
    </message>
    <message>
      <source>Tags, with a comma between two</source>
      <translation>Etiquetas, separadas por comas</translation>
    </message>
    <message>
      <source>Search the manual</source>
      <translation>Buscar en el manual</translation>
    </message>
    <message>
      <source>Page of the manual</source>
      <translation>Página del manual</translation>
    </message>
    <message>
      <source>Contents of the manual</source>
      <translation>Contenido del manual</translation>
    </message>
    <message>
      <source>{page} – Manual</source>
      <translation>{page} – Manual</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>Mensajes</translation>
    </message>
    <message>
      <source>What can be done about it</source>
      <translation>Qué se puede hacer</translation>
    </message>
    <message>
      <source>Close the message</source>
      <translation>Cerrar el mensaje</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Editar</translation>
    </message>
    <message>
      <source>Mark</source>
      <translation>Marcar</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>Biblioteca</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Ver</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Ayuda</translation>
    </message>
    <message>
      <source>Boilerplate</source>
      <translation>Texto accesorio</translation>
    </message>
    <message>
      <source>Reasons for statuses</source>
      <translation>Razones de los estados</translation>
    </message>
    <message>
      <source>My highlights and notes</source>
      <translation>Mis subrayados y notas</translation>
    </message>
    <message>
      <source>Dismissed claims</source>
      <translation>Afirmaciones descartadas</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>Leyenda</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Como el sistema</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Claro</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Oscuro</translation>
    </message>
    <message>
      <source>Strong contrast</source>
      <translation>Contraste fuerte</translation>
    </message>
    <message>
      <source>Strong contrast, dark</source>
      <translation>Contraste fuerte, oscuro</translation>
    </message>
    <message>
      <source>as certain</source>
      <translation>como seguro</translation>
    </message>
    <message>
      <source>as probable</source>
      <translation>como probable</translation>
    </message>
    <message>
      <source>as possible</source>
      <translation>como posible</translation>
    </message>
    <message>
      <source>as unknown</source>
      <translation>como desconocido</translation>
    </message>
    <message>
      <source>denied</source>
      <translation>negado</translation>
    </message>
    <message>
      <source>as probably not so</source>
      <translation>como probablemente no</translation>
    </message>
    <message>
      <source>as possibly not so</source>
      <translation>como posiblemente no</translation>
    </message>
    <message>
      <source>not denied</source>
      <translation>no negado</translation>
    </message>
    <message>
      <source>title</source>
      <translation>título</translation>
    </message>
    <message>
      <source>outlet</source>
      <translation>medio</translation>
    </message>
    <message>
      <source>author</source>
      <translation>autor</translation>
    </message>
    <message>
      <source>date</source>
      <translation>fecha</translation>
    </message>
    <message>
      <source>address</source>
      <translation>dirección</translation>
    </message>
    <message>
      <source>section</source>
      <translation>sección</translation>
    </message>
    <message>
      <source>page</source>
      <translation>página</translation>
    </message>
    <message>
      <source>time</source>
      <translation>tiempo</translation>
    </message>
    <message>
      <source>message</source>
      <translation>mensaje</translation>
    </message>
    <message>
      <source>location</source>
      <translation>posición</translation>
    </message>
    <message>
      <source>paragraph</source>
      <translation>párrafo</translation>
    </message>
    <message>
      <source>p. {place}</source>
      <translation>pág. {place}</translation>
    </message>
    <message>
      <source>at {place}</source>
      <translation>en {place}</translation>
    </message>
    <message>
      <source>message {place}</source>
      <translation>mensaje {place}</translation>
    </message>
    <message>
      <source>location {place}</source>
      <translation>posición {place}</translation>
    </message>
    <message>
      <source>person</source>
      <translation>persona</translation>
    </message>
    <message>
      <source>organization</source>
      <translation>organización</translation>
    </message>
    <message>
      <source>government</source>
      <translation>gobierno</translation>
    </message>
    <message>
      <source>country</source>
      <translation>país</translation>
    </message>
    <message>
      <source>media</source>
      <translation>medio</translation>
    </message>
    <message>
      <source>document</source>
      <translation>documento</translation>
    </message>
    <message>
      <source>group</source>
      <translation>grupo</translation>
    </message>
    <message>
      <source>A · completely reliable</source>
      <translation>A · totalmente fiable</translation>
    </message>
    <message>
      <source>B · usually reliable</source>
      <translation>B · normalmente fiable</translation>
    </message>
    <message>
      <source>C · fairly reliable</source>
      <translation>C · bastante fiable</translation>
    </message>
    <message>
      <source>D · not usually reliable</source>
      <translation>D · normalmente no fiable</translation>
    </message>
    <message>
      <source>E · unreliable</source>
      <translation>E · no fiable</translation>
    </message>
    <message>
      <source>F · cannot be judged</source>
      <translation>F · no se puede juzgar</translation>
    </message>
    <message>
      <source>1 · confirmed by others</source>
      <translation>1 · confirmado por otros</translation>
    </message>
    <message>
      <source>2 · probably true</source>
      <translation>2 · probablemente cierto</translation>
    </message>
    <message>
      <source>3 · possibly true</source>
      <translation>3 · posiblemente cierto</translation>
    </message>
    <message>
      <source>4 · doubtful</source>
      <translation>4 · dudoso</translation>
    </message>
    <message>
      <source>5 · improbable</source>
      <translation>5 · improbable</translation>
    </message>
    <message>
      <source>6 · cannot be judged</source>
      <translation>6 · no se puede juzgar</translation>
    </message>
    <message>
      <source>Who is that? Ask for a name, or for a second source.</source>
      <translation>¿Quién es? Pida un nombre, o una segunda fuente.</translation>
    </message>
    <message>
      <source>Who else can affirm what only this source says?</source>
      <translation>¿Quién más puede confirmar lo que solo dice esta fuente?</translation>
    </message>
    <message>
      <source>Is accused and does not speak: was an answer asked for?</source>
      <translation>Se le acusa y no habla: ¿se le pidió una respuesta?</translation>
    </message>
    <message>
      <source>Can the original be seen?</source>
      <translation>¿Se puede ver el original?</translation>
    </message>
    <message>
      <source>What is stated as fact here is known only from a source: name it again.</source>
      <translation>Lo que aquí se da por hecho solo se sabe por una fuente: nómbrela otra vez.</translation>
    </message>
    <message>
      <source>What is left open here, and who would know?</source>
      <translation>¿Qué queda abierto aquí, y quién lo sabría?</translation>
    </message>
    <message>
      <source>Yellow</source>
      <translation>Amarillo</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>Verde</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>Azul</translation>
    </message>
    <message>
      <source>Pink</source>
      <translation>Rosa</translation>
    </message>
    <message>
      <source>Orange</source>
      <translation>Naranja</translation>
    </message>
    <message>
      <source>Violet</source>
      <translation>Violeta</translation>
    </message>
    <message>
      <source>Mint</source>
      <translation>Turquesa</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>Gris</translation>
    </message>
    <message>
      <source>less than a minute left</source>
      <translation>queda menos de un minuto</translation>
    </message>
    <message>
      <source>day of reading</source>
      <translation>día de lectura</translation>
    </message>
    <message>
      <source>How the source knows: {words}</source>
      <translation>Cómo lo sabe la fuente: {words}</translation>
    </message>
    <message>
      <source>Why it has no name: {words}</source>
      <translation>Por qué no tiene nombre: {words}</translation>
    </message>
    <message>
      <source>Briefing found: {words}</source>
      <translation>Briefing encontró: {words}</translation>
    </message>
    <message>
      <source>Disputed by {names}</source>
      <translation>Discutido por {names}</translation>
    </message>
    <message>
      <source>about {n} h left</source>
      <translation>quedan unas {n} h</translation>
    </message>
    <message>
      <source>Note or highlight</source>
      <translation>Nota o subrayado</translation>
    </message>
    <message>
      <source>Saved search</source>
      <translation>Búsqueda guardada</translation>
    </message>
    <message>
      <source>Brief</source>
      <translation>Informe</translation>
    </message>
    <message>
      <source>{others} and {last}</source>
      <translation>{others} y {last}</translation>
    </message>
    <message>
      <source>Nobody named</source>
      <translation>Nadie nombrado</translation>
    </message>
    <message>
      <source>about {n} min left</source>
      <translation>quedan unos {n} min</translation>
    </message>
    <message>
      <source>the pasted text</source>
      <translation>el texto pegado</translation>
    </message>
    <message>
      <source>Literata, with serifs</source>
      <translation>Literata, con remates</translation>
    </message>
    <message>
      <source>Inter, without serifs</source>
      <translation>Inter, sin remates</translation>
    </message>
    <message>
      <source>Atkinson Hyperlegible, for tired eyes</source>
      <translation>Atkinson Hyperlegible, para ojos cansados</translation>
    </message>
    <message>
      <source>Short</source>
      <translation>Cortas</translation>
    </message>
    <message>
      <source>Medium</source>
      <translation>Medianas</translation>
    </message>
    <message>
      <source>Long</source>
      <translation>Largas</translation>
    </message>
    <message>
      <source>Tight</source>
      <translation>Estrecho</translation>
    </message>
    <message>
      <source>Normal</source>
      <translation>Normal</translation>
    </message>
    <message>
      <source>Loose</source>
      <translation>Amplio</translation>
    </message>
    <message>
      <source>Of menus, buttons and messages; holds from the next start on.</source>
      <translation>El de los menús, botones y mensajes; vale desde el próximo inicio.</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Aspecto</translation>
    </message>
    <message>
      <source>Colours of the whole window.</source>
      <translation>Los colores de toda la ventana.</translation>
    </message>
    <message>
      <source>Size of the text</source>
      <translation>Tamaño del texto</translation>
    </message>
    <message>
      <source>Of the article and of all around it, in per cent.</source>
      <translation>El del artículo y de todo lo que lo rodea, en tanto por ciento.</translation>
    </message>
    <message>
      <source>What articles are set in.</source>
      <translation>Con qué letra se componen los artículos.</translation>
    </message>
    <message>
      <source>Length of lines</source>
      <translation>Longitud de las líneas</translation>
    </message>
    <message>
      <source>How many letters a line has.</source>
      <translation>Cuántas letras tiene una línea.</translation>
    </message>
    <message>
      <source>Spacing</source>
      <translation>Espaciado</translation>
    </message>
    <message>
      <source>Room between lines and paragraphs.</source>
      <translation>El espacio entre líneas y párrafos.</translation>
    </message>
    <message>
      <source>Calm marks</source>
      <translation>Marcas discretas</translation>
    </message>
    <message>
      <source>Lines, numbers, actors and cues of the chosen claim alone, and of that under the pointer.</source>
      <translation>Líneas, números, actores y verbos de atribución solo de la afirmación elegida y de la que está bajo el puntero.</translation>
    </message>
    <message>
      <source>Menus, related posts and the like are not shown.</source>
      <translation>No se muestran menús, artículos relacionados y similares.</translation>
    </message>
    <message>
      <source>Colour of highlights</source>
      <translation>Color de los subrayados</translation>
    </message>
    <message>
      <source>That of the next highlight.</source>
      <translation>El del próximo subrayado.</translation>
    </message>
    <message>
      <source>Author of briefs</source>
      <translation>Autor de los informes</translation>
    </message>
    <message>
      <source>Who signs what you export.</source>
      <translation>Quién firma lo que exporta.</translation>
    </message>
    <message>
      <source>Preferences</source>
      <translation>Preferencias</translation>
    </message>
    <message>
      <source>Find a preference</source>
      <translation>Buscar una preferencia</translation>
    </message>
    <message>
      <source>What you change holds at once, another language at the next start.</source>
      <translation>Lo que cambia vale al momento; otro idioma, desde el próximo inicio.</translation>
    </message>
    <message>
      <source>{why} What you write stays here, and is saved as soon as the desk is there again.</source>
      <translation>{why} Lo que escriba se queda aquí y se guarda en cuanto la redacción vuelva a estar.</translation>
    </message>
    <message>
      <source>Nothing that you write here can be saved. {why}</source>
      <translation>Nada de lo que escriba aquí se puede guardar. {why}</translation>
    </message>
    <message>
      <source>About the article</source>
      <translation>Sobre el artículo</translation>
    </message>
    <message numerus="yes">
      <source>%n min to read</source>
      <translation>
        <numerusform>%n min de lectura</numerusform>
        <numerusform>%n min de lectura</numerusform>
      </translation>
    </message>
    <message>
      <source>{status}: {n}. A click shows these claims alone.</source>
      <translation>{status}: {n}. Un clic muestra solo estas afirmaciones.</translation>
    </message>
    <message>
      <source>{address}
A click shows the page in your browser.</source>
      <translation>{address}
Un clic muestra la página en el navegador.</translation>
    </message>
    <message>
      <source>By {name}</source>
      <translation>Por {name}</translation>
    </message>
    <message>
      <source>Struck out in the original.</source>
      <translation>Tachado en el original.</translation>
    </message>
    <message>
      <source>“{label}” is {name}.</source>
      <translation>«{label}» es {name}.</translation>
    </message>
    <message>
      <source>Find in this article</source>
      <translation>Buscar en este artículo</translation>
    </message>
    <message>
      <source>Previous hit</source>
      <translation>Resultado anterior</translation>
    </message>
    <message>
      <source>Next hit</source>
      <translation>Resultado siguiente</translation>
    </message>
    <message>
      <source>Not found</source>
      <translation>No encontrado</translation>
    </message>
    <message>
      <source>{hit} of {hits}</source>
      <translation>{hit} de {hits}</translation>
    </message>
    <message>
      <source>Notes in the margin</source>
      <translation>Notas al margen</translation>
    </message>
    <message>
      <source>Map of the claims</source>
      <translation>Mapa de las afirmaciones</translation>
    </message>
    <message>
      <source>Claim {number}: {status}</source>
      <translation>Afirmación {number}: {status}</translation>
    </message>
    <message>
      <source>Note on the highlight</source>
      <translation>Nota del subrayado</translation>
    </message>
    <message>
      <source>Tags of the highlight</source>
      <translation>Etiquetas del subrayado</translation>
    </message>
    <message>
      <source>Tags, parted by commas</source>
      <translation>Etiquetas, separadas por comas</translation>
    </message>
    <message>
      <source>Only I see this</source>
      <translation>Solo para mí</translation>
    </message>
    <message>
      <source>Write a note; it is saved as you type</source>
      <translation>Escriba una nota; se guarda mientras escribe</translation>
    </message>
    <message>
      <source>Colleagues at the desk neither see this note nor find it.</source>
      <translation>Los colegas de la redacción no ven ni encuentran esta nota.</translation>
    </message>
    <message>
      <source>Original, page {page} of {pages}</source>
      <translation>Original, página {page} de {pages}</translation>
    </message>
    <message>
      <source>Show the text alone.</source>
      <translation>Mostrar solo el texto.</translation>
    </message>
    <message>
      <source>Go to…</source>
      <translation>Ir a…</translation>
    </message>
    <message>
      <source>Find a section</source>
      <translation>Buscar una sección</translation>
    </message>
    <message>
      <source>Sections of the article</source>
      <translation>Secciones del artículo</translation>
    </message>
    <message>
      <source>The number is that of the claims in the section.</source>
      <translation>El número es el de las afirmaciones de la sección.</translation>
    </message>
    <message>
      <source>{words}, {claims} claims</source>
      <translation>{words}, {claims} afirmaciones</translation>
    </message>
    <message>
      <source>Pages of the original</source>
      <translation>Páginas del original</translation>
    </message>
    <message>
      <source>The article beside</source>
      <translation>El artículo de al lado</translation>
    </message>
    <message>
      <source>Swap</source>
      <translation>Intercambiar</translation>
    </message>
    <message>
      <source>Let the two articles change places, to write on this one.</source>
      <translation>Intercambiar de lugar los dos artículos, para escribir en este.</translation>
    </message>
    <message>
      <source>Show one article alone.</source>
      <translation>Mostrar un solo artículo.</translation>
    </message>
    <message>
      <source>Click a claim to see who says it.</source>
      <translation>Haga clic en una afirmación para ver quién la dice.</translation>
    </message>
    <message>
      <source>What to do with the selected words</source>
      <translation>Qué hacer con las palabras seleccionadas</translation>
    </message>
    <message>
      <source>Name speaker</source>
      <translation>Nombrar hablante</translation>
    </message>
    <message>
      <source>Label in the article</source>
      <translation>Rótulo en el artículo</translation>
    </message>
    <message>
      <source>Who speaks</source>
      <translation>Quién habla</translation>
    </message>
    <message>
      <source>The name holds for all that stands under the label, and the text stays as it is. An empty name takes it back.</source>
      <translation>El nombre vale para todo lo que está bajo el rótulo, y el texto queda como está. Un nombre vacío lo retira.</translation>
    </message>
    <message>
      <source>Make claim</source>
      <translation>Crear afirmación</translation>
    </message>
    <message>
      <source>Change status</source>
      <translation>Cambiar estado</translation>
    </message>
    <message>
      <source>Correct source</source>
      <translation>Corregir fuente</translation>
    </message>
    <message>
      <source>Take back dispute</source>
      <translation>Retirar disputa</translation>
    </message>
    <message>
      <source>Rate claim</source>
      <translation>Valorar afirmación</translation>
    </message>
    <message>
      <source>Correct details</source>
      <translation>Corregir datos</translation>
    </message>
    <message>
      <source>Write note</source>
      <translation>Escribir nota</translation>
    </message>
    <message>
      <source>The note was removed meanwhile; what you wrote on it is not kept.</source>
      <translation>Entretanto se quitó la nota; lo que escribió en ella no se conserva.</translation>
    </message>
    <message>
      <source>Copy what was not saved</source>
      <translation>Copiar lo no guardado</translation>
    </message>
    <message>
      <source>Tag highlight</source>
      <translation>Etiquetar subrayado</translation>
    </message>
    <message>
      <source>Remove my claim</source>
      <translation>Quitar mi afirmación</translation>
    </message>
    <message>
      <source>Dismiss claim</source>
      <translation>Descartar afirmación</translation>
    </message>
    <message>
      <source>Restore claim</source>
      <translation>Recuperar afirmación</translation>
    </message>
    <message>
      <source>Change words of claim</source>
      <translation>Cambiar palabras de la afirmación</translation>
    </message>
    <message>
      <source>Dispute claim</source>
      <translation>Discutir afirmación</translation>
    </message>
    <message>
      <source>Rename actor</source>
      <translation>Cambiar nombre del actor</translation>
    </message>
    <message>
      <source>Split actor</source>
      <translation>Separar actor</translation>
    </message>
    <message>
      <source>Everything is saved</source>
      <translation>Todo está guardado</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Guardando…</translation>
    </message>
    <message>
      <source>Not saved yet; trying again</source>
      <translation>Aún no guardado; se intenta de nuevo</translation>
    </message>
    <message>
      <source>The last change was not saved</source>
      <translation>El último cambio no se guardó</translation>
    </message>
    <message>
      <source>Read-only: nothing can be saved</source>
      <translation>Solo lectura: no se puede guardar nada</translation>
    </message>
    <message>
      <source>{why} What you do is not saved yet: it stays here, and is tried again until it is.</source>
      <translation>{why} Lo que hace aún no está guardado: se queda aquí, y se intenta de nuevo hasta que lo esté.</translation>
    </message>
    <message>
      <source>Copy what is not saved</source>
      <translation>Copiar lo que no está guardado</translation>
    </message>
    <message>
      <source>Undone in another article: {name}.</source>
      <translation>Deshecho en otro artículo: {name}.</translation>
    </message>
    <message>
      <source>Done again in another: {name}.</source>
      <translation>Hecho de nuevo en otro: {name}.</translation>
    </message>
    <message>
      <source>The analysis was stopped; what it found so far stays on the screen.</source>
      <translation>Se detuvo el análisis; lo que encontró hasta ahora se queda en pantalla.</translation>
    </message>
    <message>
      <source>Somebody else wrote here at the same time; the words of both are kept.</source>
      <translation>Otra persona escribió aquí al mismo tiempo; se guardan las palabras de ambas.</translation>
    </message>
    <message>
      <source>What waited is saved now.</source>
      <translation>Lo que esperaba ya está guardado.</translation>
    </message>
    <message>
      <source>No two articles of the library tell one story yet.</source>
      <translation>Todavía no hay dos artículos de la biblioteca que cuenten una misma historia.</translation>
    </message>
    <message>
      <source>Stories of the library</source>
      <translation>Historias de la biblioteca</translation>
    </message>
    <message>
      <source>Make the chosen stories one</source>
      <translation>Hacer de las historias elegidas una sola</translation>
    </message>
    <message numerus="yes">
      <source>%n story(s) of several articles; Enter shows one.</source>
      <translation>
        <numerusform>%n historia de varios artículos; Intro la muestra.</numerusform>
        <numerusform>%n historias de varios artículos; Intro muestra una.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Told in %n article(s)</source>
      <translation>
        <numerusform>Contado en %n artículo</numerusform>
        <numerusform>Contado en %n artículos</numerusform>
      </translation>
    </message>
    <message>
      <source>Story</source>
      <translation>Historia</translation>
    </message>
    <message>
      <source>Agreed</source>
      <translation>Coinciden</translation>
    </message>
    <message>
      <source>Disputed</source>
      <translation>Discutido</translation>
    </message>
    <message>
      <source>Told by one alone</source>
      <translation>Contado por uno solo</translation>
    </message>
    <message>
      <source>Lost its source</source>
      <translation>Perdió su fuente</translation>
    </message>
    <message>
      <source>Figures that differ</source>
      <translation>Cifras que difieren</translation>
    </message>
    <message>
      <source>Articles, by date</source>
      <translation>Artículos, por fecha</translation>
    </message>
    <message>
      <source>Told as fact in: {articles}</source>
      <translation>Contado como hecho en: {articles}</translation>
    </message>
    <message>
      <source>Make a brief of what is agreed, disputed, told by one alone and lost its source</source>
      <translation>Hacer un informe de aquello en que coinciden, lo discutido, lo contado por uno solo y lo que perdió su fuente</translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) tell this story. Enter shows the words in their article.</source>
      <translation>
        <numerusform>%n artículo cuenta esta historia. Intro muestra las palabras en su artículo.</numerusform>
        <numerusform>%n artículos cuentan esta historia. Intro muestra las palabras en su artículo.</numerusform>
      </translation>
    </message>
    <message>
      <source>The same</source>
      <translation>Lo mismo</translation>
    </message>
    <message>
      <source>Two chosen sayings say the same</source>
      <translation>Dos enunciados elegidos dicen lo mismo</translation>
    </message>
    <message>
      <source>Not the same</source>
      <translation>No es lo mismo</translation>
    </message>
    <message>
      <source>Two chosen sayings differ</source>
      <translation>Dos enunciados elegidos son distintos</translation>
    </message>
    <message>
      <source>Denies</source>
      <translation>Niega</translation>
    </message>
    <message>
      <source>One of two chosen sayings denies the other</source>
      <translation>Uno de los dos enunciados elegidos niega el otro</translation>
    </message>
    <message>
      <source>The chosen articles are another story</source>
      <translation>Los artículos elegidos son otra historia</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Dejar fuera</translation>
    </message>
    <message>
      <source>The chosen articles tell no story</source>
      <translation>Los artículos elegidos no cuentan ninguna historia</translation>
    </message>
    <message>
      <source>Give the story a name</source>
      <translation>Dar un nombre a la historia</translation>
    </message>
    <message>
      <source>Make a brief</source>
      <translation>Hacer un informe</translation>
    </message>
    <message>
      <source>This article is being compared with the others; its story comes in a moment.</source>
      <translation>Este artículo se está comparando con los demás; su historia llega en un momento.</translation>
    </message>
    <message>
      <source>Story: {name}</source>
      <translation>Historia: {name}</translation>
    </message>
    <message>
      <source>Name of the story</source>
      <translation>Nombre de la historia</translation>
    </message>
    <message>
      <source>{later} {unit} after {earlier}: brought up to date</source>
      <translation>{later} {unit} tras {earlier}: actualizado</translation>
    </message>
    <message numerus="yes">
      <source>%n independent origin(s)</source>
      <translation>
        <numerusform>%n origen independiente</numerusform>
        <numerusform>%n orígenes independientes</numerusform>
      </translation>
    </message>
    <message>
      <source>no source named anywhere</source>
      <translation>sin fuente nombrada en ningún lugar</translation>
    </message>
    <message>
      <source>{earlier} or {later} {unit}: they conflict</source>
      <translation>{earlier} o {later} {unit}: se contradicen</translation>
    </message>
    <message>
      <source>the article itself</source>
      <translation>el propio artículo</translation>
    </message>
    <message>
      <source>{origins} in {articles}</source>
      <translation>{origins} en {articles}</translation>
    </message>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n artículo</numerusform>
        <numerusform>%n artículos</numerusform>
      </translation>
    </message>
    <message>
      <source>Against it, {who}: {words}</source>
      <translation>En contra, {who}: {words}</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>Añadido</translation>
    </message>
    <message>
      <source>Dropped</source>
      <translation>Suprimido</translation>
    </message>
    <message>
      <source>Said with less certainty</source>
      <translation>Dicho con menos certeza</translation>
    </message>
    <message>
      <source>Said with more certainty</source>
      <translation>Dicho con más certeza</translation>
    </message>
    <message>
      <source>Given to another source</source>
      <translation>Atribuido a otra fuente</translation>
    </message>
    <message>
      <source>Another number</source>
      <translation>Otra cifra</translation>
    </message>
    <message>
      <source>Given a source</source>
      <translation>Ahora con fuente</translation>
    </message>
    <message>
      <source>Turned into the opposite</source>
      <translation>Vuelto lo contrario</translation>
    </message>
    <message>
      <source>{standing}, contradicted by {number}</source>
      <translation>{standing}, {number} lo contradicen</translation>
    </message>
    <message>
      <source>{standing}, in your word disputed by {names}</source>
      <translation>{standing}, según usted lo discute {names}</translation>
    </message>
    <message>
      <source>Denied: {words}</source>
      <translation>Se niega: {words}</translation>
    </message>
    <message>
      <source>Told by several</source>
      <translation>Contado por varios</translation>
    </message>
    <message>
      <source>Much the same text</source>
      <translation>Casi el mismo texto</translation>
    </message>
    <message>
      <source>Speaks for</source>
      <translation>Habla en nombre de</translation>
    </message>
    <message>
      <source>Spokespeople</source>
      <translation>Portavoces</translation>
    </message>
    <message>
      <source>Changed position</source>
      <translation>Cambio de postura</translation>
    </message>
    <message>
      <source>Contradicted</source>
      <translation>Contradicho</translation>
    </message>
    <message>
      <source>On own acts and positions</source>
      <translation>Sobre actos y posturas propios</translation>
    </message>
    <message>
      <source>On the world and others</source>
      <translation>Sobre el mundo y otros</translation>
    </message>
    <message>
      <source>Said otherwise: {words}</source>
      <translation>Dicho de otro modo: {words}</translation>
    </message>
    <message>
      <source>In your word disputed by {names}</source>
      <translation>Según usted, lo disputa {names}</translation>
    </message>
    <message>
      <source>an article itself</source>
      <translation>el propio artículo</translation>
    </message>
    <message>
      <source>Against it: {words}</source>
      <translation>En contra: {words}</translation>
    </message>
    <message>
      <source>Version {before} to {after}</source>
      <translation>Versión {before} a {after}</translation>
    </message>
    <message>
      <source>{later} has {share} % of the text of {earlier}</source>
      <translation>{later} tiene el {share} % del texto de {earlier}</translation>
    </message>
    <message>
      <source>Nothing that is said changed.</source>
      <translation>No cambió nada de lo que se dice.</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>Saltar</translation>
    </message>
    <message>
      <source>End the tour (Esc); it waits in the Help menu.</source>
      <translation>Terminar el recorrido (Esc); espera en el menú Ayuda.</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Listo</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Siguiente</translation>
    </message>
    <message>
      <source>{number} of {of}</source>
      <translation>{number} de {of}</translation>
    </message>
    <message>
      <source>Tour: {title}</source>
      <translation>Recorrido: {title}</translation>
    </message>
    <message>
      <source>New here? A short tour shows what the marks mean.</source>
      <translation>¿Es su primera vez? Un breve recorrido muestra lo que significan las marcas.</translation>
    </message>
    <message>
      <source>Show me round</source>
      <translation>Enséñemelo</translation>
    </message>
    <message>
      <source>Who said what</source>
      <translation>Quién dijo qué</translation>
    </message>
    <message>
      <source>Every claim has a soft fill, and a sign in the margin whose shape tells how confirmed it is. The claim that you choose also shows who says it and by which words; {all_marks} shows that of all.</source>
      <translation>Cada afirmación tiene un fondo suave, y en el margen un signo cuya forma dice hasta qué punto está confirmada. La afirmación que usted elige muestra además quién la dice y con qué palabras; {all_marks} muestra lo de todas.</translation>
    </message>
    <message>
      <source>A card for each claim</source>
      <translation>Una ficha para cada afirmación</translation>
    </message>
    <message>
      <source>Who says it, through whom, and how confirmed it is. {next_claim} and {previous_claim} walk the claims; a click on a card or on words of the text does the same.</source>
      <translation>Quién la dice, a través de quién, y hasta qué punto está confirmada. {next_claim} y {previous_claim} recorren las afirmaciones; un clic en una ficha o en palabras del texto hace lo mismo.</translation>
    </message>
    <message>
      <source>Why this status?</source>
      <translation>¿Por qué este estado?</translation>
    </message>
    <message>
      <source>Every status can be questioned: {evidence} lights up the words that led to it, and this sentence says what they mean.</source>
      <translation>Todo estado se puede cuestionar: {evidence} ilumina las palabras que llevaron a él, y esta frase dice lo que significan.</translation>
    </message>
    <message>
      <source>You have the last word</source>
      <translation>Usted tiene la última palabra</translation>
    </message>
    <message>
      <source>{accept} says that the status is right, {status} changes it, {dismiss} says that this is no claim, {source} corrects who said it. {undo} takes all of that back.</source>
      <translation>{accept} dice que el estado es correcto, {status} lo cambia, {dismiss} dice que esto no es una afirmación, {source} corrige quién la dijo. {undo} retira todo eso.</translation>
    </message>
    <message>
      <source>Mark what matters</source>
      <translation>Marque lo que importa</translation>
    </message>
    <message>
      <source>Select words of the article: {highlight} highlights them, {note} writes a note. It is saved as you type; there is no Save button.</source>
      <translation>Seleccione palabras del artículo: {highlight} las subraya, {note} escribe una nota. Se guarda mientras escribe; no hay botón de guardar.</translation>
    </message>
    <message>
      <source>Everything is kept</source>
      <translation>Todo se conserva</translation>
    </message>
    <message>
      <source>What you open lies in your library, on this machine only. {find} searches texts, claims, names and your own notes.</source>
      <translation>Lo que abre está en su biblioteca, solo en este equipo. {find} busca en textos, afirmaciones, nombres y en sus propias notas.</translation>
    </message>
    <message>
      <source>Hand it on</source>
      <translation>Páselo a otros</translation>
    </message>
    <message>
      <source>{export} shows the brief, with marks, claims and your notes, and writes it as PDF, Word and more.</source>
      <translation>{export} muestra el informe, con marcas, afirmaciones y sus notas, y lo escribe como PDF, Word y más.</translation>
    </message>
    <message>
      <source>Your own article</source>
      <translation>Su propio artículo</translation>
    </message>
    <message>
      <source>{open} opens a file, {open_address} a web page. {palette} finds any command, {manual} opens the manual; this tour waits in the Help menu.</source>
      <translation>{open} abre un archivo, {open_address} una página web. {palette} encuentra cualquier comando, {manual} abre el manual; este recorrido espera en el menú Ayuda.</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Aún no guardado</translation>
    </message>
    <message>
      <source>What you did last is not saved yet, and is lost when the window is closed now.</source>
      <translation>Lo último que hizo aún no está guardado, y se pierde si la ventana se cierra ahora.</translation>
    </message>
    <message>
      <source>Stay</source>
      <translation>Quedarse</translation>
    </message>
    <message>
      <source>Copy the words and close</source>
      <translation>Copiar las palabras y cerrar</translation>
    </message>
    <message>
      <source>Close and lose it</source>
      <translation>Cerrar y perderlo</translation>
    </message>
    <message>
      <source>This is a sample article. Press {next_claim} to walk its claims and {evidence} to see why each has its status. Select words and press {highlight} to highlight or {note} to write a note; {export} exports the brief. {open} opens your own article.</source>
      <translation>Este es un artículo de muestra. Pulse {next_claim} para recorrer sus afirmaciones y {evidence} para ver por qué cada una tiene su estado. Seleccione palabras y pulse {highlight} para subrayar o {note} para escribir una nota; {export} exporta el informe. {open} abre su propio artículo.</translation>
    </message>
    <message>
      <source>Open an article with {open} or a web address with {open_address}, paste one with {paste}, or drop files here.</source>
      <translation>Abra un artículo con {open} o una dirección web con {open_address}, pegue uno con {paste}, o suelte archivos aquí.</translation>
    </message>
    <message numerus="yes">
      <source>%n actor(s)</source>
      <translation>
        <numerusform>%n actor</numerusform>
        <numerusform>%n actores</numerusform>
      </translation>
    </message>
    <message>
      <source>Got it</source>
      <translation>Entendido</translation>
    </message>
    <message>
      <source>Reading the article for actors and claims…</source>
      <translation>Buscando actores y afirmaciones en el artículo…</translation>
    </message>
    <message>
      <source>The library can only be read.</source>
      <translation>La biblioteca solo se puede leer.</translation>
    </message>
    <message>
      <source>Analysed: {done} of {of}</source>
      <translation>Analizados: {done} de {of}</translation>
    </message>
    <message>
      <source>Opening…</source>
      <translation>Abriendo…</translation>
    </message>
    <message>
      <source>Opening {name}…</source>
      <translation>Abriendo {name}…</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Herramientas</translation>
    </message>
    <message>
      <source>Progress of the analysis</source>
      <translation>Progreso del análisis</translation>
    </message>
    <message>
      <source>Progress of the analysis of imported articles</source>
      <translation>Progreso del análisis de los artículos importados</translation>
    </message>
    <message>
      <source>Briefing</source>
      <translation>Briefing</translation>
    </message>
    <message>
      <source>{desk}, offline</source>
      <translation>{desk}, copia</translation>
    </message>
  </context>
</TS>
