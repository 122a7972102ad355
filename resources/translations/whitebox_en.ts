<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>JobInputSource</name>
    <message numerus="yes">
        <source>%n sequences were found</source>
        <translation>
            <numerusform>%n sequence was found</numerusform>
            <numerusform>%n sequences were found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Queue all %n</source>
        <translation>
            <numerusform>Queue all %n</numerusform>
            <numerusform>Queue all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n files can be used:</source>
        <translation>
            <numerusform>The file cannot be used:</numerusform>
            <numerusform>None of the %n files can be used:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out:</source>
        <translation>
            <numerusform>%n file was left out:</numerusform>
            <numerusform>%n files were left out:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 sequences are doubtful</source>
        <translation>
            <numerusform>%n of %1 sequences is doubtful</numerusform>
            <numerusform>%n of %1 sequences are doubtful</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n</source>
        <translation>
            <numerusform>Leave out %n</numerusform>
            <numerusform>Leave out %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out, or a part of them:</source>
        <translation>
            <numerusform>%n file was left out, or a part of it:</numerusform>
            <numerusform>%n files were left out, or a part of them:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobLibrary</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobNotifier</name>
    <message numerus="yes">
        <source>%n residues. The result is in the list of jobs.</source>
        <translation>
            <numerusform>%n residue. The result is in the list of jobs.</numerusform>
            <numerusform>%n residues. The result is in the list of jobs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobTableModel</name>
    <message numerus="yes">
        <source>It does not tell how far it is; %n earlier jobs like this one took %1.</source>
        <translation>
            <numerusform>It does not tell how far it is; %n earlier job like this one took %1.</numerusform>
            <numerusform>It does not tell how far it is; %n earlier jobs like this one took %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n residues, %1</source>
        <translation>
            <numerusform>%n residue, %1</numerusform>
            <numerusform>%n residues, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobsPanel</name>
    <message numerus="yes">
        <source>%1 of %n jobs</source>
        <translation>
            <numerusform>%1 of %n job</numerusform>
            <numerusform>%1 of %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n residues</source>
        <translation>
            <numerusform>%n residue</numerusform>
            <numerusform>%n residues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::MessageBanner</name>
    <message numerus="yes">
        <source>and %n more: see the details</source>
        <translation>
            <numerusform>and %n more: see the details</numerusform>
            <numerusform>and %n more: see the details</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::PatternsPanel</name>
    <message numerus="yes">
        <source>%n pairs</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::PreferencesDialog</name>
    <message numerus="yes">
        <source>Search, couplings and prediction of later jobs; this computer has %n processors.</source>
        <translation>
            <numerusform>Search, couplings and prediction of later jobs; this computer has %n processor.</numerusform>
            <numerusform>Search, couplings and prediction of later jobs; this computer has %n processors.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::StartPage</name>
    <message numerus="yes">
        <source>Checked at %1: %n missing.</source>
        <translation>
            <numerusform>Checked at %1: %n missing.</numerusform>
            <numerusform>Checked at %1: %n missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::StorageBox</name>
    <message numerus="yes">
        <source> days</source>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> jobs</source>
        <translation>
            <numerusform> job</numerusform>
            <numerusform> jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The couplings of %n jobs go: %1 of %2. The open result, jobs that are queued or running, and couplings that were given stay.</source>
        <translation>
            <numerusform>The couplings of %n job go: %1 of %2. The open result, jobs that are queued or running, and couplings that were given stay.</numerusform>
            <numerusform>The couplings of %n jobs go: %1 of %2. The open result, jobs that are queued or running, and couplings that were given stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also what %n unfinished jobs left: %1</source>
        <translation>
            <numerusform>Also what %n unfinished job left: %1</numerusform>
            <numerusform>Also what %n unfinished jobs left: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::Workbench</name>
    <message numerus="yes">
        <source>%n jobs were queued.</source>
        <translation>
            <numerusform>%n job was queued.</numerusform>
            <numerusform>%n jobs were queued.</numerusform>
        </translation>
    </message>
</context>
</TS>
