<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Briefing</name>
    <message numerus="yes">
      <source>Delete the %n thing(s) in the bin for good, with all that you wrote on them, from every backup, too? This cannot be undone.</source>
      <translation>
        <numerusform>Delete the %n thing in the bin for good, with all that you wrote on it, from every backup, too? This cannot be undone.</numerusform>
        <numerusform>Delete the %n things in the bin for good, with all that you wrote on them, from every backup, too? This cannot be undone.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) are in the bin.</source>
      <translation>
        <numerusform>%n article is in the bin.</numerusform>
        <numerusform>%n articles are in the bin.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) are not what they were.</source>
      <translation>
        <numerusform>%n line is not what it was.</numerusform>
        <numerusform>%n lines are not what they were.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>One brief of %n article(s)</source>
      <translation>
        <numerusform>One brief of %n article</numerusform>
        <numerusform>One brief of %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>%n second</numerusform>
        <numerusform>%n seconds</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n claim(s) are judged by you and by others.</source>
      <translation>
        <numerusform>%n claim is judged by you and by others.</numerusform>
        <numerusform>%n claims are judged by you and by others.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n other(s) are judged by colleagues, and shown once you judged them.</source>
      <translation>
        <numerusform>%n other is judged by colleagues, and shown once you judged it.</numerusform>
        <numerusform>%n others are judged by colleagues, and shown once you judged them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n annotation(s)</source>
      <translation>
        <numerusform>%n annotation</numerusform>
        <numerusform>%n annotations</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n claim(s)</source>
      <translation>
        <numerusform>%n claim</numerusform>
        <numerusform>%n claims</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n note(s)</source>
      <translation>
        <numerusform>%n note</numerusform>
        <numerusform>%n notes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n highlight(s)</source>
      <translation>
        <numerusform>%n highlight</numerusform>
        <numerusform>%n highlights</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in %n article(s)</source>
      <translation>
        <numerusform>in %n article</numerusform>
        <numerusform>in %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) found</source>
      <translation>
        <numerusform>%n article found</numerusform>
        <numerusform>%n articles found</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n min to read</source>
      <translation>
        <numerusform>%n min to read</numerusform>
        <numerusform>%n min to read</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n story(s) of several articles; Enter shows one.</source>
      <translation>
        <numerusform>%n story of several articles; Enter shows it.</numerusform>
        <numerusform>%n stories of several articles; Enter shows one.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Told in %n article(s)</source>
      <translation>
        <numerusform>Told in %n article</numerusform>
        <numerusform>Told in %n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) tell this story. Enter shows the words in their article.</source>
      <translation>
        <numerusform>%n article tells this story. Enter shows the words in their article.</numerusform>
        <numerusform>%n articles tell this story. Enter shows the words in their article.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n independent origin(s)</source>
      <translation>
        <numerusform>%n independent origin</numerusform>
        <numerusform>%n independent origins</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n article</numerusform>
        <numerusform>%n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n actor(s)</source>
      <translation>
        <numerusform>%n actor</numerusform>
        <numerusform>%n actors</numerusform>
      </translation>
    </message>
  </context>
</TS>
