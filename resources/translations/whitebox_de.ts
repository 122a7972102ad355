<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AcidPair</name>
    <message>
        <source>There is no amino-acid pair &quot;%1&quot;</source>
        <translation>Es gibt kein Aminosäurepaar „%1“</translation>
    </message>
    <message>
        <source>a pair is two of %1</source>
        <translation>ein Paar besteht aus zweien von %1</translation>
    </message>
    <message>
        <source>Give pairs such as AR, DK.</source>
        <translation>Geben Sie Paare wie AR, DK an.</translation>
    </message>
</context>
<context>
    <name>AcidPairs</name>
    <message>
        <source>Give pairs such as AR, DK.</source>
        <translation>Geben Sie Paare wie AR, DK an.</translation>
    </message>
    <message>
        <source>No amino-acid pair is given</source>
        <translation>Es ist kein Aminosäurepaar angegeben</translation>
    </message>
    <message>
        <source>There are %1 amino-acid pairs</source>
        <translation>Es sind %1 Aminosäurepaare</translation>
    </message>
    <message>
        <source>at most %1 have room</source>
        <translation>höchstens %1 haben Platz</translation>
    </message>
</context>
<context>
    <name>AlignmentReader</name>
    <message>
        <source>this is no alignment in a known format</source>
        <translation>dies ist kein Alignment in einem bekannten Format</translation>
    </message>
    <message>
        <source>Stockholm, A2M, A3M, aligned FASTA and .aln are read.</source>
        <translation>Gelesen werden Stockholm, A2M, A3M, FASTA-Alignments und .aln.</translation>
    </message>
    <message>
        <source>The query was row %1; it was moved to the front.</source>
        <translation>Die Suchsequenz war Zeile %1; sie wurde an den Anfang gestellt.</translation>
    </message>
    <message>
        <source>no row is the query “%1”</source>
        <translation>keine Zeile entspricht der Suchsequenz „%1“</translation>
    </message>
    <message>
        <source>Use the alignment alone (its first row is then the query), or align the query to it.</source>
        <translation>Verwenden Sie das Alignment allein (seine erste Zeile ist dann die Suchsequenz) oder alignieren Sie die Suchsequenz dazu.</translation>
    </message>
    <message>
        <source>%1 columns were dropped in which the query has a gap.</source>
        <translation>%1 Spalten, in denen die Suchsequenz eine Lücke hat, wurden weggelassen.</translation>
    </message>
    <message>
        <source>The alignment holds the query alone: there are no homologs to learn from.</source>
        <translation>Das Alignment enthält nur die Suchsequenz: Es gibt keine Homologen, aus denen sich etwas lernen lässt.</translation>
    </message>
    <message>
        <source>the query has %1 residues, expected %2 to %3</source>
        <translation>die Suchsequenz hat %1 Reste, erwartet werden %2 bis %3</translation>
    </message>
    <message>
        <source>Give the alignment of one domain of the protein.</source>
        <translation>Geben Sie das Alignment einer einzelnen Domäne des Proteins an.</translation>
    </message>
    <message>
        <source>“%1” in column %2 belongs in no alignment</source>
        <translation>„%1“ in Spalte %2 gehört in kein Alignment</translation>
    </message>
    <message>
        <source>Rows hold one-letter residues and gaps only.</source>
        <translation>Zeilen enthalten nur Reste im Einbuchstabencode und Lücken.</translation>
    </message>
    <message>
        <source>expected %1 columns, found %2</source>
        <translation>%1 Spalten erwartet, %2 gefunden</translation>
    </message>
    <message>
        <source>All rows of an alignment have one length: align the sequences first.</source>
        <translation>Alle Zeilen eines Alignments sind gleich lang: Alignieren Sie die Sequenzen zuerst.</translation>
    </message>
    <message>
        <source>residues before the first “&gt;” line</source>
        <translation>Reste vor der ersten Zeile mit „&gt;“</translation>
    </message>
    <message>
        <source>Put a line with “&gt;” and a name before each row.</source>
        <translation>Setzen Sie vor jede Zeile des Alignments eine Zeile mit „&gt;“ und einem Namen.</translation>
    </message>
    <message>
        <source>a name without residues</source>
        <translation>ein Name ohne Reste</translation>
    </message>
    <message>
        <source>Stockholm rows are a name, blanks and the aligned residues.</source>
        <translation>Stockholm-Zeilen bestehen aus Name, Leerzeichen und den alignierten Resten.</translation>
    </message>
    <message>
        <source>expected “# STOCKHOLM 1.0”</source>
        <translation>„# STOCKHOLM 1.0“ erwartet</translation>
    </message>
    <message>
        <source>Give the whole alignment as a program wrote it.</source>
        <translation>Geben Sie das ganze Alignment an, wie ein Programm es geschrieben hat.</translation>
    </message>
    <message>
        <source>text after the “//” that ends the alignment</source>
        <translation>Text nach dem „//“, das das Alignment beendet</translation>
    </message>
    <message>
        <source>the RF line has %1 columns, the rows have %2</source>
        <translation>die RF-Zeile hat %1 Spalten, die übrigen Zeilen haben %2</translation>
    </message>
    <message>
        <source>the alignment has no rows</source>
        <translation>das Alignment hat keine Zeilen</translation>
    </message>
    <message>
        <source>the “//” at the end is missing: the file was cut off</source>
        <translation>das „//“ am Ende fehlt: die Datei wurde abgeschnitten</translation>
    </message>
    <message>
        <source>Get the whole file again.</source>
        <translation>Beschaffen Sie die ganze Datei noch einmal.</translation>
    </message>
    <message>
        <source>The file holds %1 alignments; the first was taken.</source>
        <translation>Die Datei enthält %1 Alignments; das erste wurde verwendet.</translation>
    </message>
    <message>
        <source>%1 lines of one length without gaps were taken as an alignment.</source>
        <translation>%1 Zeilen gleicher Länge ohne Lücken wurden als Alignment gelesen.</translation>
    </message>
</context>
<context>
    <name>AlignmentWorth</name>
    <message>
        <source>%1 effective sequences for %2 residues</source>
        <translation>%1 effektive Sequenzen auf %2 Reste</translation>
    </message>
    <message>
        <source>Few homologs (%1): most couplings are noise and the prediction is not to be relied on. Search a larger database.</source>
        <translation>Wenige Homologe (%1): Die meisten Kopplungen sind Rauschen, und auf die Vorhersage ist kein Verlass. Durchsuchen Sie eine größere Datenbank.</translation>
    </message>
    <message>
        <source>A shallow alignment (%1): only the strongest couplings are reliable.</source>
        <translation>Ein flaches Alignment (%1): Nur die stärksten Kopplungen sind verlässlich.</translation>
    </message>
    <message>
        <source>%1 of %2 columns are gaps in more than three quarters of the rows: couplings there rest on few sequences.</source>
        <translation>%1 von %2 Spalten bestehen in mehr als drei Vierteln der Zeilen aus Lücken: Kopplungen dort beruhen auf wenigen Sequenzen.</translation>
    </message>
</context>
<context>
    <name>ArrayChoices</name>
    <message>
        <source>network input</source>
        <translation>Netzeingabe</translation>
    </message>
    <message>
        <source>Couplings</source>
        <translation>Kopplungen</translation>
    </message>
    <message>
        <source>Predicted distances</source>
        <translation>Vorhergesagte Abstände</translation>
    </message>
    <message>
        <source>True distances</source>
        <translation>Wahre Abstände</translation>
    </message>
    <message>
        <source>Explanation of the pair</source>
        <translation>Erklärung des Paars</translation>
    </message>
    <message>
        <source>Network input around the pair</source>
        <translation>Netzeingabe um das Paar</translation>
    </message>
    <message>
        <source>Jacobian, computed on demand</source>
        <translation>Jacobi-Matrix, bei Bedarf berechnet</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1 von %2, %3</translation>
    </message>
</context>
<context>
    <name>ArrayFile</name>
    <message>
        <source>The file could not be written</source>
        <translation>Die Datei konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>it could not be renamed</source>
        <translation>sie konnte nicht umbenannt werden</translation>
    </message>
    <message>
        <source>Check the permissions of the folder.</source>
        <translation>Prüfen Sie die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>The format of the output is not known</source>
        <translation>Das Format der Ausgabe ist nicht bekannt</translation>
    </message>
    <message>
        <source>its suffix is &quot;%1&quot;</source>
        <translation>die Endung ist „%1“</translation>
    </message>
    <message>
        <source>Name the file .npy, .h5 or .csv.</source>
        <translation>Nennen Sie die Datei .npy, .h5 oder .csv.</translation>
    </message>
</context>
<context>
    <name>Blast</name>
    <message>
        <source>Install its package again.</source>
        <translation>Dessen Paket erneut installieren.</translation>
    </message>
</context>
<context>
    <name>BlastDatabase</name>
    <message>
        <source>The database cannot be read</source>
        <translation>Die Datenbank kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Install its package again.</source>
        <translation>Dessen Paket erneut installieren.</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>this is no protein database of BLAST&apos;s version 4</source>
        <translation>dies ist keine Proteindatenbank von BLAST, Version 4</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>die Datei endet zu früh</translation>
    </message>
    <message>
        <source>record %1 has no title</source>
        <translation>Eintrag %1 hat keinen Titel</translation>
    </message>
    <message>
        <source>record %1 holds what is no residue</source>
        <translation>Eintrag %1 enthält etwas, das kein Rest ist</translation>
    </message>
</context>
<context>
    <name>Ccmpred</name>
    <message>
        <source>The couplings could not be computed by ccmpred</source>
        <translation>Die Kopplungen konnten mit ccmpred nicht berechnet werden</translation>
    </message>
    <message>
        <source>Copy the command to try it in a terminal, or use the built-in engine.</source>
        <translation>Kopieren Sie den Befehl, um ihn in einem Terminal zu versuchen, oder verwenden Sie das eingebaute Verfahren.</translation>
    </message>
    <message>
        <source>it could not open its input</source>
        <translation>es konnte seine Eingabe nicht öffnen</translation>
    </message>
    <message>
        <source>Check that the folder for its files can be read, and run it again.</source>
        <translation>Prüfen Sie, ob der Ordner für seine Dateien lesbar ist, und starten Sie es erneut.</translation>
    </message>
    <message>
        <source>it could not write its results, which it finds out only at the end</source>
        <translation>es konnte seine Ergebnisse nicht schreiben, was es erst am Ende bemerkt</translation>
    </message>
    <message>
        <source>Check the free space and who may write there.</source>
        <translation>Prüfen Sie den freien Speicherplatz und die Schreibrechte.</translation>
    </message>
    <message>
        <source>it found a &apos;&gt;&apos; in its input, which must be .aln, not FASTA</source>
        <translation>es fand ein &apos;&gt;&apos; in seiner Eingabe, die .aln sein muss, nicht FASTA</translation>
    </message>
    <message>
        <source>it aborted (signal 6)</source>
        <translation>es brach ab (Signal 6)</translation>
    </message>
    <message>
        <source>it crashed (signal 11), as it does where memory or its numbers overflow</source>
        <translation>es stürzte ab (Signal 11), wie es geschieht, wenn der Arbeitsspeicher oder seine Zahlen überlaufen</translation>
    </message>
    <message>
        <source>Close other programs, or take a part of the protein (a domain).</source>
        <translation>Schließen Sie andere Programme oder nehmen Sie einen Teil des Proteins (eine Domäne).</translation>
    </message>
    <message>
        <source>Run it again.</source>
        <translation>Starten Sie es erneut.</translation>
    </message>
    <message>
        <source>it found too little memory</source>
        <translation>es fand zu wenig Arbeitsspeicher</translation>
    </message>
    <message>
        <source>it does not know the options used</source>
        <translation>es kennt die verwendeten Optionen nicht</translation>
    </message>
    <message>
        <source>Install ccmpred 0.3.3, or use the built-in engine.</source>
        <translation>Installieren Sie ccmpred 0.3.3 oder verwenden Sie das eingebaute Verfahren.</translation>
    </message>
    <message>
        <source>it ended with status %1</source>
        <translation>es endete mit dem Status %1</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 konnte nicht gestartet werden: %2</translation>
    </message>
    <message>
        <source>Set its path, or use the built-in engine.</source>
        <translation>Geben Sie seinen Pfad an oder verwenden Sie das eingebaute Verfahren.</translation>
    </message>
    <message>
        <source>it stopped without saying how its optimiser ended</source>
        <translation>es hielt an, ohne zu melden, wie seine Optimierung endete</translation>
    </message>
    <message>
        <source>it said that it is done but wrote no couplings</source>
        <translation>es meldete, dass es fertig ist, schrieb aber keine Kopplungen</translation>
    </message>
    <message>
        <source>Free some space, or use the built-in engine.</source>
        <translation>Schaffen Sie Platz oder verwenden Sie den eingebauten Rechenkern.</translation>
    </message>
    <message>
        <source>something killed it (SIGKILL), perhaps for want of memory</source>
        <translation>etwas hat es beendet (SIGKILL), vielleicht aus Mangel an Speicher</translation>
    </message>
    <message>
        <source>it was ended from outside (SIGTERM)</source>
        <translation>es wurde von außen beendet (SIGTERM)</translation>
    </message>
</context>
<context>
    <name>CcmpredFiles</name>
    <message>
        <source>not a complete msgpack file in ccmpred&apos;s layout (at byte %1)</source>
        <translation>keine vollständige msgpack-Datei im Format von ccmpred (bei Byte %1)</translation>
    </message>
    <message>
        <source>&quot;x_pair&quot; is missing</source>
        <translation>„x_pair“ fehlt</translation>
    </message>
    <message>
        <source>&quot;x_single&quot; is missing</source>
        <translation>„x_single“ fehlt</translation>
    </message>
    <message>
        <source>Choose a file that ccmpred wrote with -b.</source>
        <translation>Wählen Sie eine Datei, die ccmpred mit -b geschrieben hat.</translation>
    </message>
    <message>
        <source>its format is not &quot;ccm-1&quot;</source>
        <translation>das Format ist nicht „ccm-1“</translation>
    </message>
    <message>
        <source>the number of columns is not within 2..%1</source>
        <translation>die Anzahl der Spalten liegt nicht in 2..%1</translation>
    </message>
    <message>
        <source>there is a value that is not finite (at byte %1)</source>
        <translation>ein Wert ist nicht endlich (bei Byte %1)</translation>
    </message>
    <message>
        <source>&quot;x_single&quot; has %1 values, not 20 for each column</source>
        <translation>„x_single“ hat %1 Werte, nicht 20 je Spalte</translation>
    </message>
    <message>
        <source>&quot;x_pair&quot; does not hold the %1 pairs of %2 columns</source>
        <translation>„x_pair“ enthält nicht die %1 Paare von %2 Spalten</translation>
    </message>
    <message>
        <source>a pair lacks i &lt; j &lt; %1 or its 441 values (at byte %2)</source>
        <translation>ein Paar erfüllt nicht i &lt; j &lt; %1 oder hat nicht 441 Werte (bei Byte %2)</translation>
    </message>
    <message>
        <source>the pair %1/%2 comes twice</source>
        <translation>das Paar %1/%2 kommt zweimal vor</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>Die Datei konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Choose a whole file as ccmpred writes it.</source>
        <translation>Wählen Sie eine vollständige Datei, wie ccmpred sie schreibt.</translation>
    </message>
    <message>
        <source>expected %1 numbers, found %2</source>
        <translation>%1 Zahlen erwartet, %2 gefunden</translation>
    </message>
    <message>
        <source>the line is longer than any such file has</source>
        <translation>die Zeile ist länger als in jeder solchen Datei</translation>
    </message>
    <message>
        <source>expected %1 pairs for %2 columns, found %3</source>
        <translation>erwartet: %1 Paare für %2 Spalten, gefunden: %3</translation>
    </message>
    <message>
        <source>The file may have been cut off.</source>
        <translation>Die Datei ist vielleicht abgeschnitten.</translation>
    </message>
    <message>
        <source>more than %1 columns</source>
        <translation>mehr als %1 Spalten</translation>
    </message>
    <message>
        <source>expected lines of 20 numbers, one for each column</source>
        <translation>erwartet: Zeilen mit 20 Zahlen, eine für jede Spalte</translation>
    </message>
    <message>
        <source>Choose a file that ccmpred wrote with -r.</source>
        <translation>Wählen Sie eine Datei, die ccmpred mit -r geschrieben hat.</translation>
    </message>
    <message>
        <source>the file is too short for the couplings of %1 columns</source>
        <translation>die Datei ist zu kurz für die Kopplungen von %1 Spalten</translation>
    </message>
    <message>
        <source>It may have been cut off.</source>
        <translation>Sie ist vielleicht abgeschnitten.</translation>
    </message>
    <message>
        <source>%1 is beyond the range of couplings</source>
        <translation>%1 liegt außerhalb des Bereichs von Kopplungen</translation>
    </message>
    <message>
        <source>expected &quot;# i j&quot; with 0 &lt;= i &lt; j &lt; %1</source>
        <translation>erwartet: „# i j“ mit 0 &lt;= i &lt; j &lt; %1</translation>
    </message>
    <message>
        <source>the pair %1 %2 comes twice</source>
        <translation>das Paar %1 %2 kommt zweimal vor</translation>
    </message>
    <message>
        <source>the file ends within the pair %1 %2</source>
        <translation>die Datei endet innerhalb des Paars %1 %2</translation>
    </message>
    <message>
        <source>Choose another place, or free some space there.</source>
        <translation>Wählen Sie einen anderen Ort oder schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>more lines than the %1 columns</source>
        <translation>mehr Zeilen als die %1 Spalten</translation>
    </message>
    <message>
        <source>expected %1 lines of %1 numbers, found %2</source>
        <translation>%1 Zeilen mit je %1 Zahlen erwartet, %2 gefunden</translation>
    </message>
    <message>
        <source>The file could not be opened</source>
        <translation>Die Datei konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Check the path and who may read it.</source>
        <translation>Prüfen Sie den Pfad und die Leserechte.</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation>Die Datei konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>it is a directory</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>its name is not UTF-8</source>
        <translation>ihr Name ist nicht in UTF-8</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, number %2 of the line, is not a finite number</source>
        <translation>„%1“, die %2. Zahl der Zeile, ist keine endliche Zahl</translation>
    </message>
</context>
<context>
    <name>ColorScale</name>
    <message>
        <source>Å</source>
        <translation>Å</translation>
    </message>
</context>
<context>
    <name>ConvNet</name>
    <message>
        <source>The network cannot be used</source>
        <translation>Das Netz kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Choose another model file.</source>
        <translation>Wählen Sie eine andere Modelldatei.</translation>
    </message>
    <message>
        <source>bias [%1] of layer %2 is %3</source>
        <translation>Bias [%1] der Schicht %2 ist %3</translation>
    </message>
    <message>
        <source>weight [%1, %2, %3, %4] of layer %5 is %6</source>
        <translation>Gewicht [%1, %2, %3, %4] der Schicht %5 ist %6</translation>
    </message>
    <message>
        <source>layer %1 has %2 inputs, %3 outputs and kernel %4; an odd kernel was expected</source>
        <translation>Schicht %1 hat %2 Eingaben, %3 Ausgaben und Kerngröße %4; erwartet wurde ein ungerader Kern</translation>
    </message>
    <message>
        <source>layer %1 has %2 weights, expected %3</source>
        <translation>Schicht %1 hat %2 Gewichte, erwartet: %3</translation>
    </message>
    <message>
        <source>layer %1 has %2 biases, expected %3</source>
        <translation>Schicht %1 hat %2 Bias-Werte, erwartet: %3</translation>
    </message>
    <message>
        <source>it has no layers</source>
        <translation>es hat keine Schichten</translation>
    </message>
    <message>
        <source>layer %1 takes %2 channels, but layer %3 gives %4</source>
        <translation>Schicht %1 nimmt %2 Kanäle, aber Schicht %3 liefert %4</translation>
    </message>
    <message>
        <source>it takes %1 channels, but couplings have %2</source>
        <translation>es nimmt %1 Kanäle, aber Kopplungen haben %2</translation>
    </message>
</context>
<context>
    <name>CouplingArrays</name>
    <message>
        <source>The array holds no couplings</source>
        <translation>Das Array enthält keine Kopplungen</translation>
    </message>
    <message>
        <source>Give an array (L, L, 21, 21): [i, j, a, b], states in the order %1.</source>
        <translation>Geben Sie ein Array (L, L, 21, 21) an: [i, j, a, b], Zustände in der Reihenfolge %1.</translation>
    </message>
    <message>
        <source>the value at %1 is not finite</source>
        <translation>der Wert bei %1 ist nicht endlich</translation>
    </message>
    <message>
        <source>Compute the couplings again.</source>
        <translation>Berechnen Sie die Kopplungen neu.</translation>
    </message>
    <message>
        <source>the value at %1 is not 0</source>
        <translation>der Wert bei %1 ist nicht 0</translation>
    </message>
    <message>
        <source>the values at %1 and %2 differ</source>
        <translation>die Werte bei %1 und %2 unterscheiden sich</translation>
    </message>
    <message>
        <source>Give a file that White Box or &quot;whitebox-cli couplings --h5&quot; wrote.</source>
        <translation>Geben Sie eine Datei an, die White Box oder „whitebox-cli couplings --h5“ geschrieben hat.</translation>
    </message>
    <message>
        <source>The couplings could not be written</source>
        <translation>Die Kopplungen konnten nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Check the free space and who may write there.</source>
        <translation>Prüfen Sie den freien Speicherplatz und die Schreibrechte.</translation>
    </message>
    <message>
        <source>its shape is %1</source>
        <translation>die Form ist %1</translation>
    </message>
    <message>
        <source>it holds no couplings</source>
        <translation>es sind keine Kopplungen enthalten</translation>
    </message>
    <message>
        <source>its couplings do not fit its fields</source>
        <translation>die Kopplungen passen nicht zu den Feldern</translation>
    </message>
    <message>
        <source>value %1 is not finite</source>
        <translation>Wert %1 ist nicht endlich</translation>
    </message>
    <message>
        <source>The couplings could not be opened</source>
        <translation>Die Kopplungen konnten nicht geöffnet werden</translation>
    </message>
    <message>
        <source>it is a directory</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>Check the path and who may read it.</source>
        <translation>Prüfen Sie den Pfad und die Leserechte.</translation>
    </message>
</context>
<context>
    <name>DataExport</name>
    <message>
        <source>The whole result, HDF5</source>
        <translation>Das ganze Ergebnis, HDF5</translation>
    </message>
    <message>
        <source>Predicted distances</source>
        <translation>Vorhergesagte Abstände</translation>
    </message>
    <message>
        <source>Couplings</source>
        <translation>Kopplungen</translation>
    </message>
    <message>
        <source>Explanation of the pair</source>
        <translation>Erklärung des Paars</translation>
    </message>
    <message>
        <source>Contact list</source>
        <translation>Kontaktliste</translation>
    </message>
    <message>
        <source>Contacts for CASP, RR</source>
        <translation>Kontakte für CASP, RR</translation>
    </message>
    <message>
        <source>Pair on the structure, ChimeraX</source>
        <translation>Paar auf der Struktur, ChimeraX</translation>
    </message>
    <message>
        <source>Pair on the structure, PyMOL</source>
        <translation>Paar auf der Struktur, PyMOL</translation>
    </message>
    <message>
        <source>There is nothing to export yet</source>
        <translation>Es gibt noch nichts zu exportieren</translation>
    </message>
    <message>
        <source>this result has no couplings</source>
        <translation>dieses Ergebnis hat keine Kopplungen</translation>
    </message>
    <message>
        <source>Open a result that has them.</source>
        <translation>Ein Ergebnis öffnen, das welche hat.</translation>
    </message>
    <message>
        <source>network input</source>
        <translation>Netzeingabe</translation>
    </message>
    <message>
        <source>the structure of this protein is not known</source>
        <translation>die Struktur dieses Proteins ist nicht bekannt</translation>
    </message>
    <message>
        <source>Drop its PDB or mmCIF file on the window first.</source>
        <translation>Zuerst ihre PDB- oder mmCIF-Datei auf das Programmfenster ziehen.</translation>
    </message>
    <message>
        <source>no result is open</source>
        <translation>kein Ergebnis ist geöffnet</translation>
    </message>
    <message>
        <source>Open a result, or drop a sequence on the window.</source>
        <translation>Ein Ergebnis öffnen oder eine Sequenz auf das Programmfenster ziehen.</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no format of: %2</source>
        <translation>„%1“ ist kein Format für: %2</translation>
    </message>
    <message>
        <source>Give the name one of these endings: %1.</source>
        <translation>Dem Namen eine dieser Endungen geben: %1.</translation>
    </message>
    <message>
        <source>no pair is explained, or its explanation is still being computed</source>
        <translation>kein Paar ist erklärt, oder seine Erklärung wird noch berechnet</translation>
    </message>
    <message>
        <source>Click a pair on the map, and wait for its picture.</source>
        <translation>Ein Paar auf der Karte anklicken und auf sein Bild warten.</translation>
    </message>
    <message>
        <source>%1 was not written</source>
        <translation>%1 wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>its description would replace %1</source>
        <translation>die Beschreibung dazu würde %1 ersetzen</translation>
    </message>
    <message>
        <source>Choose another name, or move that file away.</source>
        <translation>Einen anderen Namen wählen oder jene Datei verschieben.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Memory ran out</source>
        <translation>Der Arbeitsspeicher reicht nicht aus</translation>
    </message>
    <message>
        <source>the system has no more to give</source>
        <translation>das System hat keinen mehr zu vergeben</translation>
    </message>
    <message>
        <source>Close other programs, or take a part of the protein (a domain).</source>
        <translation>Schließen Sie andere Programme oder nehmen Sie einen Teil des Proteins (eine Domäne).</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation>Die Datei konnte nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>ExampleDatabase</name>
    <message>
        <source>The example&apos;s database cannot be built</source>
        <translation>Die Datenbank des Beispiels kann nicht erstellt werden</translation>
    </message>
    <message>
        <source>a file of the packages mmseqs2-examples and freecontact is missing</source>
        <translation>eine Datei der Pakete mmseqs2-examples und freecontact fehlt</translation>
    </message>
    <message>
        <source>Install them: apt-get install mmseqs2-examples freecontact</source>
        <translation>Installieren Sie sie: apt-get install mmseqs2-examples freecontact</translation>
    </message>
</context>
<context>
    <name>FastaReader</name>
    <message>
        <source>The header has no name; it was called “%1”.</source>
        <translation>Die Kopfzeile enthält keinen Namen; die Sequenz wurde „%1“ genannt.</translation>
    </message>
    <message>
        <source>There is no header line; the sequence was called “%1”.</source>
        <translation>Es gibt keine Kopfzeile; die Sequenz wurde „%1“ genannt.</translation>
    </message>
    <message>
        <source>Its %1 lines were joined to one sequence of %2 residues.</source>
        <translation>Ihre %1 Zeilen wurden zu einer Sequenz von %2 Resten verbunden.</translation>
    </message>
    <message>
        <source>header found but no sequence</source>
        <translation>Kopfzeile gefunden, aber keine Sequenz</translation>
    </message>
    <message>
        <source>The header line seems to hold the sequence too: put the sequence on a line of its own.</source>
        <translation>Die Kopfzeile scheint auch die Sequenz zu enthalten: Setzen Sie die Sequenz in eine eigene Zeile.</translation>
    </message>
    <message>
        <source>Put the residues on the lines below the header.</source>
        <translation>Setzen Sie die Reste in die Zeilen unter der Kopfzeile.</translation>
    </message>
    <message>
        <source>%1 chains joined by “:”, but one chain only can be predicted</source>
        <translation>%1 durch „:“ verbundene Ketten, vorhergesagt werden kann aber nur eine einzelne Kette</translation>
    </message>
    <message>
        <source>Choose one chain (1 to %1), or give each a record of its own.</source>
        <translation>Wählen Sie eine Kette (1 bis %1) oder geben Sie jeder einen eigenen Eintrag.</translation>
    </message>
    <message>
        <source>Chain %1 of %2 was taken.</source>
        <translation>Kette %1 von %2 wurde verwendet.</translation>
    </message>
    <message>
        <source>a gap at position %1: is this an alignment?</source>
        <translation>eine Lücke an Position %1: Ist dies ein Alignment?</translation>
    </message>
    <message>
        <source>Import it as an alignment (two rows or more), or remove the gaps.</source>
        <translation>Importieren Sie es als Alignment (zwei Zeilen oder mehr) oder entfernen Sie die Lücken.</translation>
    </message>
    <message>
        <source>%1 gaps were removed.</source>
        <translation>%1 Lücken wurden entfernt.</translation>
    </message>
    <message>
        <source>The “*” at the end was removed.</source>
        <translation>Das „*“ am Ende wurde entfernt.</translation>
    </message>
    <message>
        <source>a stop (“*”) inside the sequence, at position %1</source>
        <translation>ein Stopp („*“) innerhalb der Sequenz, an Position %1</translation>
    </message>
    <message>
        <source>Give the sequence of one protein, without stops inside.</source>
        <translation>Geben Sie die Sequenz eines einzelnen Proteins an, ohne Stopps darin.</translation>
    </message>
    <message>
        <source>The sequence is too short</source>
        <translation>Die Sequenz ist zu kurz</translation>
    </message>
    <message>
        <source>%1 residues, at least %2 are needed</source>
        <translation>%1 Reste, mindestens %2 sind nötig</translation>
    </message>
    <message>
        <source>Give the whole sequence of the protein.</source>
        <translation>Geben Sie die ganze Sequenz des Proteins an.</translation>
    </message>
    <message>
        <source>The sequence is too long</source>
        <translation>Die Sequenz ist zu lang</translation>
    </message>
    <message>
        <source>%1 residues, at most %2 can be searched with</source>
        <translation>%1 Reste, gesucht werden kann mit höchstens %2</translation>
    </message>
    <message>
        <source>Give a domain of it.</source>
        <translation>Geben Sie eine Domäne davon an.</translation>
    </message>
    <message>
        <source>The sequence is shorter than the network&apos;s window (%1): its windows are padded.</source>
        <translation>Die Sequenz ist kürzer als das Fenster des Netzes (%1): Ihre Fenster werden aufgefüllt.</translation>
    </message>
    <message>
        <source>Too much of the sequence is unknown</source>
        <translation>Zu viel von der Sequenz ist unbekannt</translation>
    </message>
    <message>
        <source>%1 of %2 residues are X</source>
        <translation>%1 von %2 Resten sind X</translation>
    </message>
    <message>
        <source>Give a sequence with at most %1 % of X.</source>
        <translation>Geben Sie eine Sequenz mit höchstens %1 % X an.</translation>
    </message>
    <message>
        <source>%1 residues are unknown (X).</source>
        <translation>%1 Reste sind unbekannt (X).</translation>
    </message>
    <message>
        <source>%1 % of the sequence is of low complexity: a search may find unrelated proteins.</source>
        <translation>%1 % der Sequenz sind von geringer Komplexität: Eine Suche findet womöglich Proteine ohne Verwandtschaft.</translation>
    </message>
    <message>
        <source>The sequence was taken from the header line.</source>
        <translation>Die Sequenz wurde der Kopfzeile entnommen.</translation>
    </message>
    <message>
        <source>1 digit</source>
        <translation>1 Ziffer</translation>
    </message>
    <message>
        <source>%1 digits</source>
        <translation>%1 Ziffern</translation>
    </message>
    <message>
        <source>1 blank</source>
        <translation>1 Leerzeichen</translation>
    </message>
    <message>
        <source>%1 blanks</source>
        <translation>%1 Leerzeichen</translation>
    </message>
    <message>
        <source>%1 among the residues was left out.</source>
        <translation>%1 zwischen den Resten wurde weggelassen.</translation>
    </message>
    <message>
        <source>%1 among the residues were left out.</source>
        <translation>%1 zwischen den Resten wurden weggelassen.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>“%1” in column %2 belongs in no protein sequence</source>
        <translation>„%1“ in Spalte %2 gehört in keine Proteinsequenz</translation>
    </message>
    <message>
        <source>Headers begin with “&gt;”; all other lines hold one-letter residues.</source>
        <translation>Kopfzeilen beginnen mit „&gt;“; alle anderen Zeilen enthalten Reste im Einbuchstabencode.</translation>
    </message>
    <message>
        <source>no sequence was found in it</source>
        <translation>darin wurde keine Sequenz gefunden</translation>
    </message>
    <message>
        <source>Give a sequence in FASTA format.</source>
        <translation>Geben Sie eine Sequenz im FASTA-Format an.</translation>
    </message>
    <message>
        <source>more than %1 sequences: this looks like a database</source>
        <translation>mehr als %1 Sequenzen: dies sieht nach einer Datenbank aus</translation>
    </message>
    <message>
        <source>Name it as the database to search, and give the query alone.</source>
        <translation>Geben Sie die Datei als zu durchsuchende Datenbank an und die Suchsequenz für sich allein.</translation>
    </message>
    <message>
        <source>there is no sequence %1</source>
        <translation>eine Sequenz %1 gibt es nicht</translation>
    </message>
    <message>
        <source>Choose one of its sequences (1 to %1).</source>
        <translation>Eine ihrer Sequenzen wählen (1 bis %1).</translation>
    </message>
</context>
<context>
    <name>FigureCaption</name>
    <message>
        <source>Job %1: %2, %3 residues</source>
        <translation>Auftrag %1: %2, %3 Reste</translation>
    </message>
    <message>
        <source>, %1 homologs</source>
        <translation>, %1 Homologe</translation>
    </message>
    <message>
        <source> found by jackhmmer in %1</source>
        <translation> von jackhmmer in %1 gefunden</translation>
    </message>
    <message>
        <source>Network %1 of %2, SHA-256 of its weights %3; White Box %4.</source>
        <translation>Netz %1 vom %2, SHA-256 seiner Gewichte %3; White Box %4.</translation>
    </message>
    <message>
        <source>one scale, ±%1 (99.5th percentile of |value|)</source>
        <translation>eine gemeinsame Skala, ±%1 (99.5-%-Perzentil von |Wert|)</translation>
    </message>
    <message>
        <source>locked scale, ±%1</source>
        <translation>gesperrte Skala, ±%1</translation>
    </message>
    <message>
        <source>a scale for each row of tiles</source>
        <translation>eine Skala je Kachelzeile</translation>
    </message>
    <message>
        <source>a scale for each tile</source>
        <translation>eine Skala je Kachel</translation>
    </message>
    <message>
        <source>%1: %2, %3 predicted at %4 Å</source>
        <translation>%1: %2, %3 vorhergesagt zu %4 Å</translation>
    </message>
    <message>
        <source>Distances in Å, 4 to 20, dark = close.</source>
        <translation>Abstände in Å, 4 bis 20, dunkel = nah.</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Pair %1 (counted from 1), %2, marked with its receptive field. Gradient tiles: %3 of the distance, target &quot;%4&quot;, %5; %6. Coevolution tiles: the network&apos;s input; %7. Row: amino acid at i, column: at j; inside a tile Δi downwards, Δj to the right; hatched: outside the protein.</source>
        <translation>Paar %1 (ab 1 gezählt), %2, mit seinem rezeptiven Feld markiert. Gradientenkacheln: %3 des Abstands, Ziel „%4“, %5; %6. Koevolutionskacheln: die Eingabe des Netzes; %7. Zeile: Aminosäure an i, Spalte: an j; in einer Kachel Δi nach unten, Δj nach rechts; schraffiert: außerhalb des Proteins.</translation>
    </message>
    <message>
        <source>Pair %1 (counted from 1), marked with its receptive field.</source>
        <translation>Paar %1 (von 1 an gezählt), mit seinem rezeptiven Feld markiert.</translation>
    </message>
</context>
<context>
    <name>FigureExport</name>
    <message>
        <source>The figure was not written</source>
        <translation>Die Abbildung wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends in none of .png, .pdf and .svg</source>
        <translation>„%1“ endet weder auf .png noch auf .pdf oder .svg</translation>
    </message>
    <message>
        <source>Choose a name with one of these endings.</source>
        <translation>Wählen Sie einen Namen mit einer dieser Endungen.</translation>
    </message>
    <message>
        <source>The figure could not be drawn</source>
        <translation>Die Abbildung konnte nicht gezeichnet werden</translation>
    </message>
    <message>
        <source>the picture is too large for the memory left</source>
        <translation>das Bild ist zu groß für den verbleibenden Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Make the panel smaller, or close other programs.</source>
        <translation>Verkleinern Sie das Feld oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>The figure could not be written</source>
        <translation>Die Abbildung konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Choose another folder, or make room.</source>
        <translation>Wählen Sie einen anderen Ordner oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
</context>
<context>
    <name>FigureRecipe</name>
    <message>
        <source>The figure&apos;s recipe cannot be followed</source>
        <translation>Dem Rezept der Abbildung kann nicht gefolgt werden</translation>
    </message>
    <message>
        <source>Take a figure as White Box wrote it, or make it anew with --figure.</source>
        <translation>Eine Abbildung nehmen, wie White Box sie schrieb, oder sie mit --figure neu erstellen.</translation>
    </message>
    <message>
        <source>its part &quot;%1&quot; is none that this version knows</source>
        <translation>den Teil „%1“ kennt diese Version nicht</translation>
    </message>
    <message>
        <source>it has %1 bytes, more than any</source>
        <translation>es hat %1 Bytes, mehr als jedes andere</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>es ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>it is of version %1, this program knows %2</source>
        <translation>es hat Version %1, dieses Programm kennt %2</translation>
    </message>
    <message>
        <source>The figure cannot be made again</source>
        <translation>Die Abbildung kann nicht noch einmal erstellt werden</translation>
    </message>
    <message>
        <source>Take a PNG, SVG or PDF that White Box wrote and no other program saved since.</source>
        <translation>Eine PNG-, SVG- oder PDF-Datei nehmen, die White Box schrieb und seither kein anderes Programm speicherte.</translation>
    </message>
    <message>
        <source>The figure cannot be read</source>
        <translation>Die Abbildung kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Geben Sie eine Datei an.</translation>
    </message>
    <message>
        <source>it has more than %1 MiB</source>
        <translation>sie hat mehr als %1 MiB</translation>
    </message>
    <message>
        <source>it is no PNG, SVG or PDF</source>
        <translation>sie ist weder PNG noch SVG noch PDF</translation>
    </message>
    <message>
        <source>no recipe is inside of it</source>
        <translation>sie enthält kein Rezept</translation>
    </message>
</context>
<context>
    <name>FileArrays</name>
    <message>
        <source>axis %1</source>
        <translation>Achse %1</translation>
    </message>
    <message>
        <source>The array could not be read</source>
        <translation>Das Array konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Check the path and who may read it.</source>
        <translation>Prüfen Sie den Pfad und die Leserechte.</translation>
    </message>
    <message>
        <source>The file has no array to show</source>
        <translation>Die Datei enthält kein darstellbares Array</translation>
    </message>
    <message>
        <source>it holds no dataset of numbers</source>
        <translation>sie enthält keinen Datensatz aus Zahlen</translation>
    </message>
    <message>
        <source>Choose another HDF5 or NPY file.</source>
        <translation>Wählen Sie eine andere HDF5- oder NPY-Datei.</translation>
    </message>
</context>
<context>
    <name>FileCopy</name>
    <message>
        <source>The file could not be copied</source>
        <translation>Die Datei konnte nicht kopiert werden</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation>Prüfen Sie den freien Speicherplatz und die Zugriffsrechte des Ordners.</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>The window shows arrays that are opened without other files.</source>
        <translation>Das Fenster zeigt Arrays, die ohne andere Dateien geöffnet werden.</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>ein NumPy-Array</translation>
    </message>
    <message>
        <source>whitebox-cli predict and whitebox-cli explain take couplings of shape (441, L, L) or (L, L, 21, 21).</source>
        <translation>whitebox-cli predict und whitebox-cli explain nehmen Kopplungen der Form (441, L, L) oder (L, L, 21, 21) an.</translation>
    </message>
    <message>
        <source>the result of a job in HDF5</source>
        <translation>das Ergebnis eines Auftrags in HDF5</translation>
    </message>
    <message>
        <source>whitebox-cli predict and whitebox-cli explain take it.</source>
        <translation>whitebox-cli predict und whitebox-cli explain nehmen es an.</translation>
    </message>
    <message>
        <source>The window opens it when it comes alone.</source>
        <translation>Das Programmfenster öffnet es, wenn es allein kommt.</translation>
    </message>
    <message>
        <source>couplings in HDF5</source>
        <translation>Kopplungen in HDF5</translation>
    </message>
    <message>
        <source>Give them as ccmpred&apos;s raw or braw, which whitebox-cli couplings --raw and --braw write, or give the alignment.</source>
        <translation>Geben Sie sie als raw oder braw von ccmpred an, wie whitebox-cli couplings --raw und --braw sie schreiben, oder geben Sie das Alignment an.</translation>
    </message>
    <message>
        <source>arrays in HDF5</source>
        <translation>Arrays in HDF5</translation>
    </message>
    <message>
        <source>The window opens networks with File ▸ Open network….</source>
        <translation>Das Fenster öffnet Netze mit Datei ▸ Netz öffnen….</translation>
    </message>
    <message>
        <source>a TorchScript network</source>
        <translation>ein TorchScript-Netz</translation>
    </message>
    <message>
        <source>whitebox-cli predict and whitebox-cli explain take it as their --model.</source>
        <translation>whitebox-cli predict und whitebox-cli explain nehmen es mit --model an.</translation>
    </message>
    <message>
        <source>weights in safetensors</source>
        <translation>Gewichte in safetensors</translation>
    </message>
    <message>
        <source>whitebox-cli predict and whitebox-cli explain take them as their --model, whitebox-cli run where their card lies beside them.</source>
        <translation>whitebox-cli predict und whitebox-cli explain nehmen sie mit --model an, whitebox-cli run dort, wo ihre Modellkarte daneben liegt.</translation>
    </message>
    <message>
        <source>another kind of file (%1)</source>
        <translation>eine andere Art von Datei (%1)</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>eine leere Datei</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Kopieren Sie sie oder laden Sie sie erneut herunter.</translation>
    </message>
    <message>
        <source>an alignment</source>
        <translation>ein Alignment</translation>
    </message>
    <message>
        <source>whitebox-cli run, couplings, predict and explain take it.</source>
        <translation>whitebox-cli run, couplings, predict und explain nehmen es an.</translation>
    </message>
    <message>
        <source>a sequence in FASTA</source>
        <translation>eine Sequenz in FASTA</translation>
    </message>
    <message>
        <source>whitebox-cli run takes it.</source>
        <translation>whitebox-cli run nimmt sie an.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a structure</source>
        <translation>eine Struktur</translation>
    </message>
    <message>
        <source>whitebox-cli run takes it with --structure, beside a sequence, an alignment or couplings.</source>
        <translation>whitebox-cli run nimmt sie mit --structure an, neben einer Sequenz, einem Alignment oder Kopplungen.</translation>
    </message>
    <message>
        <source>ccmpred&apos;s couplings</source>
        <translation>Kopplungen von ccmpred</translation>
    </message>
    <message>
        <source>whitebox-cli run, predict and explain take them.</source>
        <translation>whitebox-cli run, predict und explain nehmen sie an.</translation>
    </message>
    <message>
        <source>a matrix of scores</source>
        <translation>eine Matrix von Werten</translation>
    </message>
    <message>
        <source>Give the couplings behind it, or the alignment.</source>
        <translation>Geben Sie die zugrunde liegenden Kopplungen oder das Alignment an.</translation>
    </message>
    <message>
        <source>a database of sequences</source>
        <translation>eine Sequenzdatenbank</translation>
    </message>
    <message>
        <source>whitebox-cli run takes it with --database.</source>
        <translation>whitebox-cli run nimmt sie mit --database an.</translation>
    </message>
</context>
<context>
    <name>FileNode</name>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is a pipe (FIFO)</source>
        <translation>es ist eine Pipe (FIFO)</translation>
    </message>
    <message>
        <source>it is a socket</source>
        <translation>es ist ein Socket</translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation>es ist ein Gerät</translation>
    </message>
</context>
<context>
    <name>FitCheckpoint</name>
    <message>
        <source>it is no whole checkpoint of a fit</source>
        <translation>es ist kein vollständiger Zwischenstand einer Anpassung</translation>
    </message>
    <message>
        <source>Remove it to begin anew, or name another file.</source>
        <translation>Entfernen Sie die Datei, um neu zu beginnen, oder nennen Sie eine andere.</translation>
    </message>
    <message>
        <source>The checkpoint belongs to another fit</source>
        <translation>Der Zwischenstand gehört zu einer anderen Anpassung</translation>
    </message>
    <message>
        <source>it was made of another alignment or start</source>
        <translation>er entstand aus einem anderen Alignment oder anderen Startwerten</translation>
    </message>
    <message>
        <source>it was made with %1, not with %2</source>
        <translation>er entstand mit %1, nicht mit %2</translation>
    </message>
    <message>
        <source>The checkpoint could not be opened</source>
        <translation>Der Zwischenstand konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Check the path and who may read it, or begin without the checkpoint.</source>
        <translation>Prüfen Sie den Pfad und wer ihn lesen darf, oder beginnen Sie ohne den Zwischenstand.</translation>
    </message>
    <message>
        <source>The checkpoint could not be read</source>
        <translation>Der Zwischenstand konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The checkpoint could not be written: %1.</source>
        <translation>Der Zwischenstand konnte nicht geschrieben werden: %1.</translation>
    </message>
</context>
<context>
    <name>FullDisk</name>
    <message>
        <source>the disk is full (%1)</source>
        <translation>der Datenträger ist voll (%1)</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>Hdf5File</name>
    <message>
        <source>its directory is damaged</source>
        <translation>das Verzeichnis ist beschädigt</translation>
    </message>
    <message>
        <source>the dataset %1 is no array that holds this block</source>
        <translation>der Datensatz %1 ist kein Array, das diesen Block enthält</translation>
    </message>
    <message>
        <source>the values of %1 are damaged</source>
        <translation>die Werte von %1 sind beschädigt</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>ein einzelner Wert</translation>
    </message>
    <message>
        <source>The file is damaged or was not made by White Box: compute the job again.</source>
        <translation>Die Datei ist beschädigt oder stammt nicht von White Box: Berechnen Sie den Auftrag neu.</translation>
    </message>
    <message>
        <source>the dataset %1 is missing or unreadable</source>
        <translation>der Datensatz %1 fehlt oder ist nicht lesbar</translation>
    </message>
    <message>
        <source>the dataset %1 lies outside the file or needs an unknown filter</source>
        <translation>der Datensatz %1 liegt außerhalb der Datei oder braucht einen unbekannten Filter</translation>
    </message>
    <message>
        <source>the dataset %1 has the shape %2, expected was %3</source>
        <translation>der Datensatz %1 hat die Form %2, erwartet war %3</translation>
    </message>
    <message>
        <source>the dataset %1 has values of another type</source>
        <translation>der Datensatz %1 hat Werte eines anderen Typs</translation>
    </message>
    <message>
        <source>the dataset %1 claims more values than the file holds</source>
        <translation>der Datensatz %1 gibt mehr Werte an, als die Datei enthält</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>Die Datei kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>it is no readable file</source>
        <translation>das ist keine lesbare Datei</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>sie ist nicht vorhanden</translation>
    </message>
    <message>
        <source>Check the path and who may read it; a lost result can be computed again.</source>
        <translation>Prüfen Sie den Pfad und wer ihn lesen darf; ein verlorenes Ergebnis lässt sich neu berechnen.</translation>
    </message>
    <message>
        <source>it is not an HDF5 file, or its directory is damaged</source>
        <translation>das ist keine HDF5-Datei, oder das Verzeichnis ist beschädigt</translation>
    </message>
    <message>
        <source>the dataset %1 is no list of texts</source>
        <translation>der Datensatz %1 ist keine Liste von Texten</translation>
    </message>
    <message>
        <source>the HDF5 library refused</source>
        <translation>die HDF5-Bibliothek lehnte ab</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>Die Datei konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation>Prüfen Sie den freien Speicherplatz und die Zugriffsrechte des Ordners.</translation>
    </message>
</context>
<context>
    <name>Hdf5Stream</name>
    <message>
        <source>the HDF5 library refused</source>
        <translation>die HDF5-Bibliothek lehnte ab</translation>
    </message>
    <message>
        <source>The array could not be written</source>
        <translation>Das Array konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation>Prüfen Sie den freien Speicherplatz und die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>The array cannot be gone on with</source>
        <translation>Das Array kann nicht fortgesetzt werden</translation>
    </message>
    <message>
        <source>the file is damaged or was made from other data</source>
        <translation>die Datei ist beschädigt oder wurde aus anderen Daten erzeugt</translation>
    </message>
    <message>
        <source>Begin it anew.</source>
        <translation>Beginnen Sie es neu.</translation>
    </message>
</context>
<context>
    <name>InputFile</name>
    <message>
        <source>PNG image</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>JPEG image</source>
        <translation>JPEG-Bild</translation>
    </message>
    <message>
        <source>GIF image</source>
        <translation>GIF-Bild</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>PostScript document</source>
        <translation>PostScript-Dokument</translation>
    </message>
    <message>
        <source>RTF document</source>
        <translation>RTF-Dokument</translation>
    </message>
    <message>
        <source>Microsoft Office document</source>
        <translation>Microsoft-Office-Dokument</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>HDF5 file</source>
        <translation>HDF5-Datei</translation>
    </message>
    <message>
        <source>SQLite database</source>
        <translation>SQLite-Datenbank</translation>
    </message>
    <message>
        <source>NumPy array</source>
        <translation>NumPy-Array</translation>
    </message>
    <message>
        <source>gzip archive</source>
        <translation>gzip-Archiv</translation>
    </message>
    <message>
        <source>bzip2 archive</source>
        <translation>bzip2-Archiv</translation>
    </message>
    <message>
        <source>xz archive</source>
        <translation>xz-Archiv</translation>
    </message>
    <message>
        <source>zstd archive</source>
        <translation>zstd-Archiv</translation>
    </message>
    <message>
        <source>7-Zip archive</source>
        <translation>7-Zip-Archiv</translation>
    </message>
    <message>
        <source>RAR archive</source>
        <translation>RAR-Archiv</translation>
    </message>
    <message>
        <source>BMP image</source>
        <translation>BMP-Bild</translation>
    </message>
    <message>
        <source>TIFF image</source>
        <translation>TIFF-Bild</translation>
    </message>
    <message>
        <source>media file</source>
        <translation>Mediendatei</translation>
    </message>
    <message>
        <source>Windows program</source>
        <translation>Windows-Programm</translation>
    </message>
    <message>
        <source>OpenDocument text (.odt)</source>
        <translation>OpenDocument-Text (.odt)</translation>
    </message>
    <message>
        <source>OpenDocument file</source>
        <translation>OpenDocument-Datei</translation>
    </message>
    <message>
        <source>Word document (.docx)</source>
        <translation>Word-Dokument (.docx)</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Excel-Arbeitsmappe (.xlsx)</translation>
    </message>
    <message>
        <source>PowerPoint presentation (.pptx)</source>
        <translation>PowerPoint-Präsentation (.pptx)</translation>
    </message>
    <message>
        <source>ZIP archive</source>
        <translation>ZIP-Archiv</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>its name is not UTF-8</source>
        <translation>ihr Name ist nicht in UTF-8</translation>
    </message>
    <message>
        <source>Rename the file or its folder.</source>
        <translation>Benennen Sie die Datei oder ihren Ordner um.</translation>
    </message>
    <message>
        <source>Check the name and who may read the folder.</source>
        <translation>Prüfen Sie den Namen und die Leserechte des Ordners.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Geben Sie eine Datei an.</translation>
    </message>
    <message>
        <source>Check who may read it.</source>
        <translation>Prüfen Sie die Leserechte.</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>zu wenig Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>its compressed data are damaged or cut off</source>
        <translation>ihre komprimierten Daten sind beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>Get the file again, or unpack it with gunzip to see how far it goes.</source>
        <translation>Beschaffen Sie die Datei noch einmal oder entpacken Sie sie mit gunzip, um zu sehen, wie weit das gelingt.</translation>
    </message>
    <message>
        <source>web page (HTML)</source>
        <translation>Webseite (HTML)</translation>
    </message>
    <message>
        <source>binary file</source>
        <translation>Binärdatei</translation>
    </message>
    <message>
        <source>this is not text but a %1</source>
        <translation>dies ist kein Text, erkannter Dateityp: %1</translation>
    </message>
    <message>
        <source>Save its text as plain text (.txt or .fasta) and open that.</source>
        <translation>Speichern Sie den Text als reinen Text (.txt oder .fasta) und öffnen Sie diesen.</translation>
    </message>
    <message>
        <source>this is not text: it holds zero bytes</source>
        <translation>dies ist kein Text: Die Datei enthält Nullbytes</translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation>es steht nichts darin</translation>
    </message>
    <message>
        <source>Give a sequence in FASTA format, or an alignment.</source>
        <translation>Geben Sie eine Sequenz im FASTA-Format oder ein Alignment an.</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
        <source>it holds more than %1 MiB</source>
        <translation>sie enthält mehr als %1 MiB</translation>
    </message>
    <message>
        <source>Give one protein&apos;s file, not a whole database.</source>
        <translation>Geben Sie die Datei eines einzelnen Proteins an, keine ganze Datenbank.</translation>
    </message>
</context>
<context>
    <name>InputPile</name>
    <message>
        <source>this is where a file lies, not what it holds</source>
        <translation>das ist der Ort einer Datei, nicht ihr Inhalt</translation>
    </message>
    <message>
        <source>Open the file itself; download it first where it lies on the web.</source>
        <translation>Die Datei selbst öffnen; liegt sie im Netz, sie vorher herunterladen.</translation>
    </message>
    <message>
        <source>“%1” looks like the name of an entry of UniProt or the PDB</source>
        <translation>„%1“ sieht aus wie der Name eines Eintrags von UniProt oder der PDB</translation>
    </message>
    <message>
        <source>Download the entry&apos;s sequence as FASTA, and give that.</source>
        <translation>Die Sequenz des Eintrags als FASTA herunterladen und diese angeben.</translation>
    </message>
    <message>
        <source>alignments in this format are not read</source>
        <translation>Alignments in diesem Format werden nicht gelesen</translation>
    </message>
    <message>
        <source>Convert it to Stockholm, A3M or aligned FASTA.</source>
        <translation>Wandeln Sie es in Stockholm, A3M oder ein FASTA-Alignment um.</translation>
    </message>
    <message>
        <source>This file starts no job</source>
        <translation>Mit dieser Datei lässt sich kein Auftrag starten</translation>
    </message>
    <message>
        <source>it is neither sequence nor alignment but %1</source>
        <translation>es ist weder Sequenz noch Alignment, sondern %1</translation>
    </message>
    <message>
        <source>This looks like a database</source>
        <translation>Dies sieht nach einer Datenbank aus</translation>
    </message>
    <message>
        <source>it holds thousands of sequences</source>
        <translation>die Datei enthält Tausende Sequenzen</translation>
    </message>
    <message>
        <source>Set it as the database to search, and give the query alone.</source>
        <translation>Geben Sie sie als zu durchsuchende Datenbank an und die Suchsequenz für sich allein.</translation>
    </message>
    <message>
        <source>A matrix of scores cannot be explained</source>
        <translation>Eine Matrix von Werten lässt sich nicht erklären</translation>
    </message>
    <message>
        <source>the couplings behind it are needed</source>
        <translation>die zugrunde liegenden Kopplungen sind nötig</translation>
    </message>
    <message>
        <source>Give ccmpred&apos;s couplings (its options -r or -b), or the alignment.</source>
        <translation>Geben Sie die Kopplungen von ccmpred (seine Optionen -r oder -b) oder das Alignment an.</translation>
    </message>
</context>
<context>
    <name>InputRange</name>
    <message>
        <source>The range %1 is too short</source>
        <translation>Der Bereich %1 ist zu kurz</translation>
    </message>
    <message>
        <source>it has %1 residues, too few for couplings</source>
        <translation>er hat %1 Reste, zu wenige für Kopplungen</translation>
    </message>
    <message>
        <source>Give a range of at least %1 residues.</source>
        <translation>Geben Sie einen Bereich von mindestens %1 Resten an.</translation>
    </message>
    <message>
        <source>%1 (query %2)</source>
        <translation>%1 (Suchsequenz %2)</translation>
    </message>
    <message>
        <source>Residues %1 of %2, which has %3. Numbers count from 1 within this range.</source>
        <translation>Reste %1 von %2, Gesamtlänge %3. Die Nummern zählen innerhalb dieses Bereichs von 1 an.</translation>
    </message>
</context>
<context>
    <name>Jackhmmer</name>
    <message>
        <source>The search with jackhmmer failed</source>
        <translation>Die Suche mit jackhmmer ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Repair the database, or choose another one.</source>
        <translation>Reparieren Sie die Datenbank oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Check the query.</source>
        <translation>Prüfen Sie die Suchsequenz.</translation>
    </message>
    <message>
        <source>the disk is full (%1)</source>
        <translation>der Datenträger ist voll (%1)</translation>
    </message>
    <message>
        <source>Free some space and run the job again.</source>
        <translation>Schaffen Sie Speicherplatz und starten Sie den Auftrag erneut.</translation>
    </message>
    <message>
        <source>Use fewer threads or a smaller database, and run the job again.</source>
        <translation>Verwenden Sie weniger Threads oder eine kleinere Datenbank und starten Sie den Auftrag erneut.</translation>
    </message>
    <message>
        <source>Run the job again.</source>
        <translation>Starten Sie den Auftrag erneut.</translation>
    </message>
    <message>
        <source>it crashed (signal %1)</source>
        <translation>es stürzte ab (Signal %1)</translation>
    </message>
    <message>
        <source>it crashed: %1</source>
        <translation>es stürzte ab: %1</translation>
    </message>
    <message>
        <source>Check the database; copy the command to try it in a terminal.</source>
        <translation>Prüfen Sie die Datenbank; kopieren Sie den Befehl, um ihn in einem Terminal zu versuchen.</translation>
    </message>
    <message>
        <source>the database or the query is empty or not FASTA</source>
        <translation>die Datenbank oder die Suchsequenz ist leer oder kein FASTA</translation>
    </message>
    <message>
        <source>Set the path of a FASTA file of protein sequences.</source>
        <translation>Geben Sie den Pfad einer FASTA-Datei mit Proteinsequenzen an.</translation>
    </message>
    <message>
        <source>the database could not be opened</source>
        <translation>die Datenbank konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>the database is compressed</source>
        <translation>die Datenbank ist komprimiert</translation>
    </message>
    <message>
        <source>Unpack it with gunzip and set its path.</source>
        <translation>Entpacken Sie sie mit gunzip und geben Sie ihren Pfad an.</translation>
    </message>
    <message>
        <source>the query file was gone before it was read</source>
        <translation>die Datei der Suchsequenz war verschwunden, bevor sie gelesen wurde</translation>
    </message>
    <message>
        <source>it could not write its results</source>
        <translation>es konnte seine Ergebnisse nicht schreiben</translation>
    </message>
    <message>
        <source>Check that the job&apos;s folder can be written to.</source>
        <translation>Prüfen Sie, ob in den Ordner des Auftrags geschrieben werden kann.</translation>
    </message>
    <message>
        <source>this version does not know the options used</source>
        <translation>diese Version kennt die verwendeten Optionen nicht</translation>
    </message>
    <message>
        <source>Install HMMER 3.3 or later.</source>
        <translation>Installieren Sie HMMER 3.3 oder neuer.</translation>
    </message>
    <message>
        <source>it ended with status %1 and no message</source>
        <translation>es endete mit dem Status %1 und ohne Meldung</translation>
    </message>
    <message>
        <source>Copy the command to try it in a terminal.</source>
        <translation>Kopieren Sie den Befehl, um ihn in einem Terminal zu versuchen.</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 konnte nicht gestartet werden: %2</translation>
    </message>
    <message>
        <source>Install it (apt-get install hmmer), or set its path.</source>
        <translation>Installieren Sie es (apt-get install hmmer) oder geben Sie seinen Pfad an.</translation>
    </message>
    <message>
        <source>it stopped without saying [ok]</source>
        <translation>es hielt an, ohne [ok] zu melden</translation>
    </message>
    <message>
        <source>it said [ok] but wrote no whole alignment</source>
        <translation>es meldete [ok], schrieb aber kein vollständiges Alignment</translation>
    </message>
    <message>
        <source>Check the query and the free space, and copy the command to try it in a terminal.</source>
        <translation>Prüfen Sie die Suchsequenz und den freien Speicherplatz und kopieren Sie den Befehl, um ihn in einem Terminal zu versuchen.</translation>
    </message>
    <message>
        <source>something killed it (SIGKILL), perhaps for want of memory</source>
        <translation>etwas hat es beendet (SIGKILL), vielleicht aus Mangel an Speicher</translation>
    </message>
    <message>
        <source>it was ended from outside (%1)</source>
        <translation>es wurde von außen beendet (%1)</translation>
    </message>
    <message>
        <source>Resume the job.</source>
        <translation>Setzen Sie den Auftrag fort.</translation>
    </message>
    <message>
        <source>Bring it back and resume the job, or set another path.</source>
        <translation>Bringen Sie sie zurück und setzen Sie den Auftrag fort, oder setzen Sie einen anderen Pfad.</translation>
    </message>
</context>
<context>
    <name>Jacobian</name>
    <message>
        <source>The slice</source>
        <translation>Der Schnitt</translation>
    </message>
    <message>
        <source>Take a smaller one, or export the whole.</source>
        <translation>Nehmen Sie einen kleineren oder exportieren Sie das Ganze.</translation>
    </message>
</context>
<context>
    <name>JacobianFile</name>
    <message>
        <source>The array could not be written</source>
        <translation>Das Array konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Make room on the disk or choose another folder.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The format of the output is not known</source>
        <translation>Das Format der Ausgabe ist nicht bekannt</translation>
    </message>
    <message>
        <source>a whole Jacobian is HDF5 or NPY</source>
        <translation>eine vollständige Jacobi-Matrix ist HDF5 oder NPY</translation>
    </message>
    <message>
        <source>Name the file .h5 or .npy.</source>
        <translation>Nennen Sie die Datei .h5 oder .npy.</translation>
    </message>
    <message>
        <source>The array cannot be compressed</source>
        <translation>Das Array kann nicht komprimiert werden</translation>
    </message>
    <message>
        <source>NPY has no compression</source>
        <translation>NPY kennt keine Kompression</translation>
    </message>
    <message>
        <source>Name the file .h5, or leave out --gzip.</source>
        <translation>Nennen Sie die Datei .h5 oder lassen Sie --gzip weg.</translation>
    </message>
    <message>
        <source>There is no run of this array to go on with</source>
        <translation>Es gibt keinen Lauf dieses Arrays, der sich fortsetzen ließe</translation>
    </message>
    <message>
        <source>the file is damaged, or was made from other data or with other settings</source>
        <translation>die Datei ist beschädigt oder entstand aus anderen Daten oder mit anderen Einstellungen</translation>
    </message>
    <message>
        <source>Give that run&apos;s input, network and settings, name another file, or leave out --resume to begin anew.</source>
        <translation>Geben Sie Eingabe, Netz und Einstellungen jenes Laufs an, nennen Sie eine andere Datei oder lassen Sie --resume weg, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>it takes up to %1 MB before compression, %2 MB are free</source>
        <translation>es belegt vor der Kompression bis zu %1 MB, %2 MB sind frei</translation>
    </message>
    <message>
        <source>it takes %1 MB, %2 MB are free</source>
        <translation>es belegt %1 MB, %2 MB sind frei</translation>
    </message>
    <message>
        <source>The array does not fit on the disk</source>
        <translation>Das Array passt nicht auf den Datenträger</translation>
    </message>
    <message>
        <source>Make room, choose another disk, or write float16.</source>
        <translation>Schaffen Sie Platz, wählen Sie einen anderen Datenträger oder schreiben Sie float16.</translation>
    </message>
    <message>
        <source>it could not be renamed</source>
        <translation>sie konnte nicht umbenannt werden</translation>
    </message>
    <message>
        <source>Check the permissions of the folder.</source>
        <translation>Prüfen Sie die Zugriffsrechte des Ordners.</translation>
    </message>
</context>
<context>
    <name>JobClerk</name>
    <message>
        <source>The job %1 cannot be resumed</source>
        <translation>Der Auftrag %1 kann nicht fortgesetzt werden</translation>
    </message>
    <message>
        <source>Start it again from its input.</source>
        <translation>Starten Sie ihn neu aus seiner Eingabe.</translation>
    </message>
    <message>
        <source>this version of White Box computes otherwise</source>
        <translation>diese Version von White Box rechnet anders</translation>
    </message>
    <message>
        <source>the network is another one than it was submitted with</source>
        <translation>das Netz ist ein anderes als beim Aufgeben des Auftrags</translation>
    </message>
    <message>
        <source>ccmpred is another one than it was submitted with</source>
        <translation>ccmpred ist ein anderes als beim Aufgeben des Auftrags</translation>
    </message>
    <message>
        <source>jackhmmer is another one than it was submitted with</source>
        <translation>jackhmmer ist ein anderes als beim Aufgeben des Auftrags</translation>
    </message>
    <message>
        <source>the database has changed since it was submitted</source>
        <translation>die Datenbank hat sich seit dem Aufgeben des Auftrags geändert</translation>
    </message>
    <message>
        <source>it is %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>its input was not kept</source>
        <translation>die Eingabe wurde nicht aufbewahrt</translation>
    </message>
</context>
<context>
    <name>JobInputSource</name>
    <message>
        <source>Remove the gaps</source>
        <translation>Lücken entfernen</translation>
    </message>
    <message>
        <source>Split the line</source>
        <translation>Zeile aufteilen</translation>
    </message>
    <message>
        <source>Chain %1</source>
        <translation>Kette %1</translation>
    </message>
    <message numerus="yes">
        <source>%n sequences were found</source>
        <translation>
            <numerusform>%n Sequenz wurde gefunden</numerusform>
            <numerusform>%n Sequenzen wurden gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>each of them would be a job of its own</source>
        <translation>jede davon wäre ein eigener Auftrag</translation>
    </message>
    <message>
        <source>Queue all of them, or choose one.</source>
        <translation>Alle einreihen oder eine wählen.</translation>
    </message>
    <message numerus="yes">
        <source>Queue all %n</source>
        <translation>
            <numerusform>Alle (%n) einreihen</numerusform>
            <numerusform>Alle %n einreihen</numerusform>
        </translation>
    </message>
    <message>
        <source>Import as an alignment</source>
        <translation>Als Alignment einlesen</translation>
    </message>
    <message>
        <source>Residues 1–%1</source>
        <translation>Reste 1–%1</translation>
    </message>
    <message>
        <source>at least 90 % of its letters are A, C, G, T, U or N</source>
        <translation>mindestens 90 % der Buchstaben sind A, C, G, T, U oder N</translation>
    </message>
    <message>
        <source>its repeats are alike in proteins that are not related</source>
        <translation>ihre Wiederholungen gleichen sich in Proteinen, die nicht verwandt sind</translation>
    </message>
    <message>
        <source>Continue all the same, or give another sequence.</source>
        <translation>Trotzdem fortfahren oder eine andere Sequenz angeben.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Use the alignment alone</source>
        <translation>Nur das Alignment verwenden</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n files can be used:</source>
        <translation>
            <numerusform>Die Datei kann nicht verwendet werden:</numerusform>
            <numerusform>Keine der %n Dateien kann verwendet werden:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out:</source>
        <translation>
            <numerusform>%n Datei wurde ausgelassen:</numerusform>
            <numerusform>%n Dateien wurden ausgelassen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 sequences are doubtful</source>
        <translation>
            <numerusform>%n von %1 Sequenzen ist zweifelhaft</numerusform>
            <numerusform>%n von %1 Sequenzen sind zweifelhaft</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue all of them, or leave out what is doubtful.</source>
        <translation>Alle einreihen oder Zweifelhaftes auslassen.</translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n</source>
        <translation>
            <numerusform>%n auslassen</numerusform>
            <numerusform>%n auslassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out, or a part of them:</source>
        <translation>
            <numerusform>%n Datei wurde ganz oder teilweise ausgelassen:</numerusform>
            <numerusform>%n Dateien wurden ganz oder teilweise ausgelassen:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobInputs</name>
    <message>
        <source>The files do not belong together</source>
        <translation>Die Dateien gehören nicht zusammen</translation>
    </message>
    <message>
        <source>the couplings are of %1 residues, %2 has %3</source>
        <translation>die Kopplungen umfassen %1 Reste, %2 hat %3</translation>
    </message>
    <message>
        <source>Give the sequence or the alignment that the couplings were inferred from.</source>
        <translation>Geben Sie die Sequenz oder das Alignment an, woraus die Kopplungen abgeleitet wurden.</translation>
    </message>
    <message>
        <source>Couplings carry no sequence: residues are unknown (X). Give the FASTA file too.</source>
        <translation>Kopplungen enthalten keine Sequenz: Die Reste sind unbekannt (X). Geben Sie auch die FASTA-Datei an.</translation>
    </message>
    <message>
        <source>The sequence was taken from %1, which has as many residues as the couplings.</source>
        <translation>Die Sequenz wurde %1 entnommen; sie hat so viele Reste wie die Kopplungen.</translation>
    </message>
    <message>
        <source>The structure does not belong to the sequence</source>
        <translation>Die Struktur gehört nicht zur Sequenz</translation>
    </message>
    <message>
        <source>the sequence is not known: couplings carry none</source>
        <translation>die Sequenz ist nicht bekannt: Kopplungen enthalten keine</translation>
    </message>
    <message>
        <source>Give the FASTA file too.</source>
        <translation>Geben Sie auch die FASTA-Datei an.</translation>
    </message>
    <message>
        <source>There is nothing to predict</source>
        <translation>Es gibt nichts vorherzusagen</translation>
    </message>
    <message>
        <source>no file was given</source>
        <translation>es wurde keine Datei angegeben</translation>
    </message>
    <message>
        <source>a structure alone starts no job</source>
        <translation>eine Struktur allein startet keinen Auftrag</translation>
    </message>
    <message>
        <source>Give a sequence, an alignment or couplings, and the structure together with it.</source>
        <translation>Geben Sie eine Sequenz, ein Alignment oder Kopplungen an und die Struktur dazu.</translation>
    </message>
    <message>
        <source>with the first row, “%1”, it shares %2 of %3 aligned residues; %4 of its own are not there</source>
        <translation>mit der ersten Zeile, „%1“, teilt sie %2 von %3 alignierten Resten; %4 ihrer eigenen fehlen dort</translation>
    </message>
    <message>
        <source>The sequence “%1” is no row of the alignment and was left out.</source>
        <translation>Die Sequenz „%1“ ist keine Zeile des Alignments und wurde weggelassen.</translation>
    </message>
    <message>
        <source>This file is not taken alone</source>
        <translation>Diese Datei wird nicht allein genommen</translation>
    </message>
    <message>
        <source>one of those that cannot be used may belong to it</source>
        <translation>eine von denen, die nicht verwendet werden können, gehört vielleicht zu ihr</translation>
    </message>
    <message>
        <source>Give it by itself if it is meant so.</source>
        <translation>Geben Sie sie für sich, wenn sie so gemeint ist.</translation>
    </message>
</context>
<context>
    <name>JobLink</name>
    <message>
        <source>The link %1 cannot be opened</source>
        <translation>Der Link %1 kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>it is not whitebox://job/ with the 16 digits of a job</source>
        <translation>er ist nicht whitebox://job/ mit den 16 Ziffern eines Auftrags</translation>
    </message>
    <message>
        <source>Copy the link again from the list of jobs.</source>
        <translation>Den Link noch einmal aus der Liste der Aufträge kopieren.</translation>
    </message>
</context>
<context>
    <name>JobName</name>
    <message>
        <source>The job was not renamed</source>
        <translation>Der Auftrag wurde nicht umbenannt</translation>
    </message>
    <message>
        <source>there is nothing in the name</source>
        <translation>der Name ist leer</translation>
    </message>
    <message>
        <source>Give at least one letter or digit.</source>
        <translation>Mindestens einen Buchstaben oder eine Ziffer angeben.</translation>
    </message>
    <message>
        <source>the name has %1 characters</source>
        <translation>der Name hat %1 Zeichen</translation>
    </message>
    <message>
        <source>Give at most %1.</source>
        <translation>Höchstens %1 angeben.</translation>
    </message>
</context>
<context>
    <name>JobNeeds</name>
    <message>
        <source>about %1 of memory and %2 of disk, of which %3 are kept</source>
        <translation>etwa %1 Arbeitsspeicher und %2 auf dem Datenträger, von denen %3 bleiben</translation>
    </message>
    <message>
        <source>The disk is too full for %1</source>
        <translation>Der Datenträger ist zu voll für %1</translation>
    </message>
    <message>
        <source>while it runs it needs %1, and %2 are free on %3, of which %4 stay for others</source>
        <translation>während er läuft, braucht der Auftrag %1; auf %3 sind %2 frei, von denen %4 für anderes bleiben</translation>
    </message>
    <message>
        <source>Free some space, trim the library (Preferences, Storage), take a range of the residues, or set WHITEBOX_HOME to a folder on another disk.</source>
        <translation>Schaffen Sie Platz, verschlanken Sie die Bibliothek (Einstellungen, Speicher), nehmen Sie einen Bereich der Reste oder setzen Sie WHITEBOX_HOME auf einen Ordner eines anderen Datenträgers.</translation>
    </message>
</context>
<context>
    <name>JobRecord</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alignment</translation>
    </message>
    <message>
        <source>Couplings</source>
        <translation>Kopplungen</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>it does not describe a job</source>
        <translation>es beschreibt keinen Auftrag</translation>
    </message>
    <message>
        <source>Run the job again from its input.</source>
        <translation>Führen Sie den Auftrag aus seiner Eingabe erneut aus.</translation>
    </message>
</context>
<context>
    <name>JobStore</name>
    <message>
        <source>The job library cannot be opened</source>
        <translation>Die Auftragsbibliothek kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>it was written by a newer version of White Box (schema %1, known is %2)</source>
        <translation>sie wurde von einer neueren Version von White Box geschrieben (Schema %1, bekannt ist %2)</translation>
    </message>
    <message>
        <source>Update White Box, or set WHITEBOX_HOME to another folder.</source>
        <translation>Aktualisieren Sie White Box oder setzen Sie WHITEBOX_HOME auf einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The job library could not be read or written</source>
        <translation>Die Auftragsbibliothek konnte nicht gelesen oder geschrieben werden</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of its folder.</source>
        <translation>Prüfen Sie den freien Platz und die Zugriffsrechte ihres Ordners.</translation>
    </message>
    <message>
        <source>The job library could not be opened</source>
        <translation>Die Auftragsbibliothek konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>There is no job %1</source>
        <translation>Es gibt keinen Auftrag %1</translation>
    </message>
    <message>
        <source>the library has none of this id</source>
        <translation>die Bibliothek enthält keinen mit dieser Kennung</translation>
    </message>
    <message>
        <source>The list of jobs shows all ids.</source>
        <translation>Die Liste der Aufträge zeigt alle Kennungen.</translation>
    </message>
    <message>
        <source>The folder of the job library cannot be written</source>
        <translation>In den Ordner der Auftragsbibliothek kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation>prüfen Sie seine Zugriffsrechte</translation>
    </message>
    <message>
        <source>Set WHITEBOX_HOME to a folder of yours.</source>
        <translation>Setzen Sie WHITEBOX_HOME auf einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>The job library was damaged and has been rebuilt from the jobs&apos; folders. The damaged file was kept as %1.</source>
        <translation>Die Auftragsbibliothek war beschädigt und wurde aus den Ordnern der Aufträge neu aufgebaut. Die beschädigte Datei wurde als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>The job could not be stored</source>
        <translation>Der Auftrag konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The job %1 cannot be deleted</source>
        <translation>Der Auftrag %1 kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>it is queued or running</source>
        <translation>er wartet oder läuft</translation>
    </message>
    <message>
        <source>Cancel it first.</source>
        <translation>Brechen Sie ihn zuerst ab.</translation>
    </message>
    <message>
        <source>the job library is damaged</source>
        <translation>die Auftragsbibliothek ist beschädigt</translation>
    </message>
    <message>
        <source>It is rebuilt from the jobs&apos; folders when White Box next opens it.</source>
        <translation>Sie wird beim nächsten Öffnen durch White Box aus den Ordnern der Aufträge neu aufgebaut.</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>er ist schreibgeschützt</translation>
    </message>
    <message>
        <source>it is no folder</source>
        <translation>das ist kein Ordner</translation>
    </message>
    <message>
        <source>Check its permissions, or set WHITEBOX_HOME to a folder of yours.</source>
        <translation>Prüfen Sie die Zugriffsrechte oder setzen Sie WHITEBOX_HOME auf einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>The job cannot be read</source>
        <translation>Der Auftrag kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>it is of another job</source>
        <translation>sie gehört zu einem anderen Auftrag</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Jobs that the library had lost were taken up again from their folders: %1.</source>
        <translation>Aufträge, die der Bibliothek verloren gegangen waren und aus ihren Ordnern wieder aufgenommen wurden: %1.</translation>
    </message>
    <message>
        <source>The job in %1 is lost: none of its files can be read.</source>
        <translation>Der Auftrag in %1 ist verloren: Keine seiner Dateien ist lesbar.</translation>
    </message>
    <message>
        <source>The job library could not be copied before its change</source>
        <translation>Die Auftragsbibliothek konnte vor ihrer Änderung nicht kopiert werden</translation>
    </message>
    <message>
        <source>another program is mending it</source>
        <translation>ein anderes Programm repariert sie gerade</translation>
    </message>
    <message>
        <source>Start White Box again.</source>
        <translation>Starten Sie White Box noch einmal.</translation>
    </message>
</context>
<context>
    <name>JobWorker</name>
    <message>
        <source>its checksum is not the one that was stored with the job</source>
        <translation>die Prüfsumme ist nicht die mit dem Auftrag gespeicherte</translation>
    </message>
    <message>
        <source>The file is damaged: run the job again.</source>
        <translation>Die Datei ist beschädigt: Führen Sie den Auftrag erneut aus.</translation>
    </message>
</context>
<context>
    <name>LoadedNetwork</name>
    <message>
        <source>The network cannot be used</source>
        <translation>Das Netz kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>The network was not opened</source>
        <translation>Das Netz wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>TorchScript is a program: it can read and write files as you can, and nobody has said yet that this one is to be trusted (SHA-256 %1)</source>
        <translation>TorchScript ist ein Programm: Es kann Dateien lesen und schreiben wie Sie selbst, und noch hat niemand bestätigt, dass diesem zu trauen ist (SHA-256 %1)</translation>
    </message>
    <message>
        <source>If you know who made it, give --trust-model once, or open it from the window&apos;s File menu.</source>
        <translation>Wenn Sie wissen, von wem es stammt, geben Sie einmal --trust-model an oder öffnen Sie es im Fenster über das Menü „Datei“.</translation>
    </message>
    <message>
        <source>The network cannot be read</source>
        <translation>Das Netz kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Give a TorchScript file.</source>
        <translation>Geben Sie eine TorchScript-Datei an.</translation>
    </message>
    <message>
        <source>it has %1 bytes, more than 4 GiB</source>
        <translation>es hat %1 Bytes, mehr als 4 GiB</translation>
    </message>
    <message>
        <source>Networks that take couplings are smaller: choose another file.</source>
        <translation>Netze, die Kopplungen annehmen, sind kleiner: Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>This is no TorchScript network</source>
        <translation>Dies ist kein TorchScript-Netz</translation>
    </message>
    <message>
        <source>expected TorchScript, found %1</source>
        <translation>erwartet: TorchScript, gefunden: %1</translation>
    </message>
    <message>
        <source>Save the network with torch.jit.save, and give that file.</source>
        <translation>Speichern Sie das Netz mit torch.jit.save und geben Sie diese Datei an.</translation>
    </message>
    <message>
        <source>its card describes another file (SHA-256 differs)</source>
        <translation>die Modellkarte beschreibt eine andere Datei (SHA-256 weicht ab)</translation>
    </message>
    <message>
        <source>Use network and card as they were published together, or take the card away.</source>
        <translation>Verwenden Sie Netz und Modellkarte so, wie sie zusammen veröffentlicht wurden, oder entfernen Sie die Modellkarte.</translation>
    </message>
    <message>
        <source>the network has %1 outputs, its card names %2</source>
        <translation>das Netz hat %1 Ausgaben, seine Modellkarte nennt %2</translation>
    </message>
    <message>
        <source>Write its card again with whitebox-cli network --channels.</source>
        <translation>Schreiben Sie die Modellkarte mit whitebox-cli network --channels neu.</translation>
    </message>
    <message>
        <source>The card was not written</source>
        <translation>Die Modellkarte wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>the one that is there belongs to other weights too, which could not be read without it</source>
        <translation>die vorhandene gehört auch zu anderen Gewichten, die ohne sie nicht gelesen werden könnten</translation>
    </message>
    <message>
        <source>Copy the TorchScript file to another folder to give it a card of its own.</source>
        <translation>Kopieren Sie die TorchScript-Datei in einen anderen Ordner, damit sie eine eigene Modellkarte bekommt.</translation>
    </message>
    <message>
        <source>a distance has no name, or two have the same</source>
        <translation>ein Abstand hat keinen Namen, oder zwei haben denselben</translation>
    </message>
    <message>
        <source>the network has %1 outputs, which are no multiple of %2 bins</source>
        <translation>das Netz hat %1 Ausgaben, das ist kein Vielfaches von %2 Bins</translation>
    </message>
    <message>
        <source>the network gives %1 distances, %2 were named</source>
        <translation>das Netz gibt %1 Abstände aus, benannt wurden %2</translation>
    </message>
    <message>
        <source>Name each distance, such as %1, and give the bins of a distogram.</source>
        <translation>Benennen Sie jeden Abstand, etwa %1, und geben Sie die Bins eines Distogramms an.</translation>
    </message>
</context>
<context>
    <name>MapContent</name>
    <message>
        <source>top L/%1</source>
        <translation>Top L/%1</translation>
    </message>
    <message>
        <source>top L</source>
        <translation>beste L</translation>
    </message>
    <message>
        <source>%1: %2 of %3 right</source>
        <translation>%1: %2 von %3 richtig</translation>
    </message>
    <message>
        <source>%1 marked</source>
        <translation>%1 markiert</translation>
    </message>
</context>
<context>
    <name>MatrixLayer</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>MosaicPainter</name>
    <message>
        <source>global scale</source>
        <translation>gemeinsame Skala</translation>
    </message>
    <message>
        <source>scale of each row</source>
        <translation>Skala je Zeile</translation>
    </message>
    <message>
        <source>scale of each tile</source>
        <translation>Skala je Kachel</translation>
    </message>
    <message>
        <source>locked scale</source>
        <translation>gesperrte Skala</translation>
    </message>
    <message>
        <source>share of each row&apos;s limit</source>
        <translation>Anteil am Grenzwert je Zeile</translation>
    </message>
    <message>
        <source>share of each tile&apos;s limit</source>
        <translation>Anteil am Grenzwert je Kachel</translation>
    </message>
    <message>
        <source>; %1 % of the cells beyond it</source>
        <translation>; %1 % der Zellen darüber</translation>
    </message>
</context>
<context>
    <name>NetworkFile</name>
    <message>
        <source>The network cannot be used</source>
        <translation>Das Netz kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Only chains of square convolutions with a ReLU between each two are read.</source>
        <translation>Gelesen werden nur Ketten quadratischer Faltungen mit je einer ReLU dazwischen.</translation>
    </message>
    <message>
        <source>%1.weight has an extent of %2</source>
        <translation>%1.weight hat eine Ausdehnung von %2</translation>
    </message>
    <message>
        <source>the kernel of %1 is %2 by %3</source>
        <translation>der Kern von %1 ist %2 mal %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to no convolution</source>
        <translation>„%1“ gehört zu keiner Faltung</translation>
    </message>
</context>
<context>
    <name>Npy</name>
    <message>
        <source>The array could not be read</source>
        <translation>Das Array konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>In Python: numpy.save(name, numpy.ascontiguousarray(array, dtype=&quot;&lt;f4&quot;)).</source>
        <translation>In Python: numpy.save(name, numpy.ascontiguousarray(array, dtype=&quot;&lt;f4&quot;)).</translation>
    </message>
    <message>
        <source>Choose an .npy file that numpy.save() wrote.</source>
        <translation>Wählen Sie eine .npy-Datei, die numpy.save() geschrieben hat.</translation>
    </message>
    <message>
        <source>&quot;(%1)&quot; is not a shape</source>
        <translation>„(%1)“ ist keine Form</translation>
    </message>
    <message>
        <source>its header names no type, order and shape</source>
        <translation>der Dateikopf nennt Typ, Reihenfolge und Form nicht</translation>
    </message>
    <message>
        <source>numbers of type &quot;%1&quot; are not read, only &lt;f4, &lt;f8, &lt;f2 and |u1</source>
        <translation>Zahlen vom Typ „%1“ werden nicht gelesen, nur &lt;f4, &lt;f8, &lt;f2 und |u1</translation>
    </message>
    <message>
        <source>it is stored in Fortran order</source>
        <translation>es ist in Fortran-Reihenfolge gespeichert</translation>
    </message>
    <message>
        <source>its shape holds more values than any file</source>
        <translation>die Form umfasst mehr Werte als jede Datei</translation>
    </message>
    <message>
        <source>it does not begin as a NumPy array</source>
        <translation>es beginnt nicht wie ein NumPy-Array</translation>
    </message>
    <message>
        <source>format version %1 is not known</source>
        <translation>Formatversion %1 ist nicht bekannt</translation>
    </message>
    <message>
        <source>its header is cut off or longer than %1 bytes</source>
        <translation>der Dateikopf ist abgeschnitten oder länger als %1 Bytes</translation>
    </message>
    <message>
        <source>shape %1 needs %2 bytes of data, found %3</source>
        <translation>Form %1 benötigt %2 Bytes an Daten, gefunden: %3</translation>
    </message>
    <message>
        <source>the value at %1 is %2, expected a finite number</source>
        <translation>der Wert bei %1 ist %2, erwartet wurde eine endliche Zahl</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>unendlich</translation>
    </message>
    <message>
        <source>Compute the array again, or fill what is missing.</source>
        <translation>Berechnen Sie das Array neu oder ergänzen Sie, was fehlt.</translation>
    </message>
    <message>
        <source>The array could not be opened</source>
        <translation>Das Array konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Check the path and who may read it.</source>
        <translation>Prüfen Sie den Pfad und die Leserechte.</translation>
    </message>
    <message>
        <source>The array is too large</source>
        <translation>Das Array ist zu groß</translation>
    </message>
    <message>
        <source>it takes %1 MB of memory</source>
        <translation>es belegt %1 MB Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Give a smaller array.</source>
        <translation>Geben Sie ein kleineres Array an.</translation>
    </message>
    <message>
        <source>Write the file again: it is cut off, or its disk is failing.</source>
        <translation>Schreiben Sie die Datei neu: Sie ist abgeschnitten, oder ihr Datenträger ist defekt.</translation>
    </message>
    <message>
        <source>The array could not be written</source>
        <translation>Das Array konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 values are missing</source>
        <translation>%1 Werte fehlen</translation>
    </message>
    <message>
        <source>This is a fault of the program: report it, with the command.</source>
        <translation>Das ist ein Fehler des Programms: Melden Sie ihn zusammen mit dem Befehl.</translation>
    </message>
</context>
<context>
    <name>OtherNetwork</name>
    <message>
        <source>The window cannot show this network</source>
        <translation>Das Fenster kann dieses Netz nicht anzeigen</translation>
    </message>
    <message>
        <source>it gives %1 distances, not the four between Cα and Cβ</source>
        <translation>es liefert %1 Abstände, nicht die vier zwischen Cα und Cβ</translation>
    </message>
    <message>
        <source>whitebox-cli explain --model takes it.</source>
        <translation>whitebox-cli explain --model nimmt es an.</translation>
    </message>
    <message>
        <source>its card names the distances %1, not %2</source>
        <translation>die Modellkarte nennt die Abstände %1, nicht %2</translation>
    </message>
</context>
<context>
    <name>OutputMeaning</name>
    <message>
        <source>The bins are not understood</source>
        <translation>Die Bins sind nicht verständlich</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no distance and no run of them</source>
        <translation>„%1“ ist kein Abstand und keine Folge von Abständen</translation>
    </message>
    <message>
        <source>Give the bins&apos; centres in Å, numbers or FIRST:STEP:COUNT, such as 22,2.25:0.5:36.</source>
        <translation>Geben Sie die Mitten der Bins in Å an, als Zahlen oder ERSTE:SCHRITT:ANZAHL, etwa 22,2.25:0.5:36.</translation>
    </message>
    <message>
        <source>there are %1, expected 2 to %2</source>
        <translation>es sind %1, erwartet wurden 2 bis %2</translation>
    </message>
    <message>
        <source>Leave them out where the network gives distances.</source>
        <translation>Lassen Sie sie weg, wenn das Netz Abstände ausgibt.</translation>
    </message>
</context>
<context>
    <name>PairMark</name>
    <message>
        <source>contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>no contact</source>
        <translation>kein Kontakt</translation>
    </message>
    <message>
        <source>truth unknown</source>
        <translation>Wahrheit unbekannt</translation>
    </message>
</context>
<context>
    <name>PottsModel</name>
    <message>
        <source>No couplings can be computed from this alignment</source>
        <translation>Aus diesem Alignment lassen sich keine Kopplungen berechnen</translation>
    </message>
    <message>
        <source>it has no rows</source>
        <translation>es hat keine Zeilen</translation>
    </message>
    <message>
        <source>it has one row only</source>
        <translation>es hat nur eine Zeile</translation>
    </message>
    <message>
        <source>Coevolution needs homologs: search a larger database.</source>
        <translation>Koevolution braucht Homologe: Durchsuchen Sie eine größere Datenbank.</translation>
    </message>
    <message>
        <source>it has %1 columns, fewer than %2</source>
        <translation>es hat %1 Spalten, weniger als %2</translation>
    </message>
    <message>
        <source>Use a longer sequence.</source>
        <translation>Verwenden Sie eine längere Sequenz.</translation>
    </message>
    <message>
        <source>it has %1 columns, more than %2</source>
        <translation>es hat %1 Spalten, mehr als %2</translation>
    </message>
    <message>
        <source>Cut the protein into domains.</source>
        <translation>Zerlegen Sie das Protein in Domänen.</translation>
    </message>
    <message>
        <source>it holds nothing but gaps</source>
        <translation>es enthält nur Lücken</translation>
    </message>
    <message>
        <source>Check that it is a protein alignment.</source>
        <translation>Prüfen Sie, ob es ein Protein-Alignment ist.</translation>
    </message>
    <message>
        <source>all %1 rows are identical</source>
        <translation>alle %1 Zeilen sind gleich</translation>
    </message>
    <message>
        <source>Coevolution needs variation: search a larger database.</source>
        <translation>Koevolution braucht Variation: Durchsuchen Sie eine größere Datenbank.</translation>
    </message>
    <message>
        <source>Iteration %1: F = %2, |g| = %3, step %4</source>
        <translation>Iteration %1: F = %2, |g| = %3, Schritt %4</translation>
    </message>
    <message>
        <source>, about %1 s left</source>
        <translation>, noch etwa %1 s</translation>
    </message>
    <message>
        <source>the start couplings have %1 columns, the alignment %2</source>
        <translation>die Startkopplungen haben %1 Spalten, das Alignment %2</translation>
    </message>
    <message>
        <source>Choose the couplings of this alignment, or none.</source>
        <translation>Wählen Sie die Kopplungen dieses Alignments oder keine.</translation>
    </message>
    <message>
        <source>Weighting %1 rows</source>
        <translation>%1 Zeilen werden gewichtet</translation>
    </message>
    <message>
        <source>Computing the couplings of %1 columns</source>
        <translation>Kopplungen von %1 Spalten werden berechnet</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Close other programs, or take a range of at most %1 residues, such as 1-%1.</source>
        <translation>Schließen Sie andere Programme oder wählen Sie einen Bereich von höchstens %1 Resten, etwa 1-%1.</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Open network</source>
        <translation>Netz öffnen</translation>
    </message>
    <message>
        <source>Networks (*.safetensors *.pt *.pth *.ts);;All files (*)</source>
        <translation>Netze (*.safetensors *.pt *.pth *.ts);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>QueryResidues</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>This looks like DNA or RNA, not like a protein.</source>
        <translation>Dies sieht nach DNA oder RNA aus, nicht nach einem Protein.</translation>
    </message>
    <message>
        <source>%1 lower-case letters were read as upper case.</source>
        <translation>%1 Kleinbuchstaben wurden als Großbuchstaben gelesen.</translation>
    </message>
    <message>
        <source>%1 was replaced by %2 at %3.</source>
        <translation>%1 wurde durch %2 ersetzt (Position %3).</translation>
    </message>
</context>
<context>
    <name>ResiduePair</name>
    <message>
        <source>&quot;%1&quot; is not a residue pair</source>
        <translation>„%1“ ist kein Paar von Resten</translation>
    </message>
    <message>
        <source>Write two residue numbers, counted from 1, such as 12,40 or L12-V40.</source>
        <translation>Geben Sie zwei Restnummern an, von 1 an gezählt, etwa 12,40 oder L12-V40.</translation>
    </message>
    <message>
        <source>two residue numbers were expected</source>
        <translation>zwei Restnummern wurden erwartet</translation>
    </message>
    <message>
        <source>residue %1 lies outside 1..%2</source>
        <translation>Rest %1 liegt außerhalb von 1..%2</translation>
    </message>
    <message>
        <source>residue %1 is %2, not %3</source>
        <translation>Rest %1 ist %2, nicht %3</translation>
    </message>
</context>
<context>
    <name>ResidueRange</name>
    <message>
        <source>&quot;%1&quot; is not a range of residues</source>
        <translation>„%1“ ist kein Bereich von Resten</translation>
    </message>
    <message>
        <source>Write the first and the last residue, counted from 1, such as 12-240.</source>
        <translation>Geben Sie den ersten und den letzten Rest an, von 1 an gezählt, etwa 12-240.</translation>
    </message>
    <message>
        <source>two residue numbers were expected</source>
        <translation>zwei Restnummern wurden erwartet</translation>
    </message>
    <message>
        <source>the residues are numbered 1 to %1</source>
        <translation>die Reste sind von 1 bis %1 nummeriert</translation>
    </message>
    <message>
        <source>the first residue comes after the last</source>
        <translation>der erste Rest kommt nach dem letzten</translation>
    </message>
</context>
<context>
    <name>ResultFile</name>
    <message>
        <source>The disk is too full for the result</source>
        <translation>Der Datenträger ist zu voll für das Ergebnis</translation>
    </message>
    <message>
        <source>%1 MiB are needed in %2, %3 MiB are free</source>
        <translation>%1 MiB werden in %2 benötigt, %3 MiB sind frei</translation>
    </message>
    <message>
        <source>Free some space, or delete old jobs.</source>
        <translation>Schaffen Sie Platz oder löschen Sie alte Aufträge.</translation>
    </message>
    <message>
        <source>The result could not be written</source>
        <translation>Das Ergebnis konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation>Prüfen Sie den freien Speicherplatz und die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>it is not a result of White Box</source>
        <translation>es ist kein Ergebnis von White Box</translation>
    </message>
    <message>
        <source>it was written by a newer version of White Box</source>
        <translation>es wurde von einer neueren Version von White Box geschrieben</translation>
    </message>
    <message>
        <source>its query has %1 residues</source>
        <translation>die Suchsequenz hat %1 Reste</translation>
    </message>
    <message>
        <source>its alignment does not fit its query</source>
        <translation>das Alignment passt nicht zur Suchsequenz</translation>
    </message>
    <message>
        <source>its alignment holds a state of %1</source>
        <translation>das Alignment enthält den Zustand %1</translation>
    </message>
    <message>
        <source>its alignment has another number of names than of rows</source>
        <translation>das Alignment hat eine andere Anzahl Namen als Zeilen</translation>
    </message>
    <message>
        <source>its couplings do not fit its query</source>
        <translation>die Kopplungen passen nicht zur Suchsequenz</translation>
    </message>
    <message>
        <source>value %1 of the couplings is not finite</source>
        <translation>Wert %1 der Kopplungen ist nicht endlich</translation>
    </message>
    <message>
        <source>value %1 of the fields is not finite</source>
        <translation>Wert %1 der Felder ist nicht endlich</translation>
    </message>
    <message>
        <source>value %1 of the scores is not finite</source>
        <translation>Wert %1 der Kopplungswerte ist nicht endlich</translation>
    </message>
    <message>
        <source>its distances do not fit its query</source>
        <translation>die Abstände passen nicht zur Suchsequenz</translation>
    </message>
    <message>
        <source>value %1 of the distances is infinite</source>
        <translation>Wert %1 der Abstände ist unendlich</translation>
    </message>
    <message>
        <source>its structure does not fit its query</source>
        <translation>die Struktur passt nicht zur Suchsequenz</translation>
    </message>
    <message>
        <source>its provenance is damaged</source>
        <translation>die Herkunftsangabe ist beschädigt</translation>
    </message>
    <message>
        <source>its list of contents is damaged</source>
        <translation>das Inhaltsverzeichnis ist beschädigt</translation>
    </message>
    <message>
        <source>its view is damaged</source>
        <translation>seine Darstellung ist beschädigt</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Check that it is still there and who may read it.</source>
        <translation>Prüfen Sie, ob sie noch vorhanden ist und wer sie lesen darf.</translation>
    </message>
    <message>
        <source>its query holds what is no residue</source>
        <translation>seine Sequenz enthält etwas, was kein Rest ist</translation>
    </message>
</context>
<context>
    <name>ResultLayers</name>
    <message>
        <source>Coupling score (APC)</source>
        <translation>Kopplungswert (APC)</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>stronger</source>
        <translation>stärker</translation>
    </message>
    <message>
        <source>weaker</source>
        <translation>schwächer</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>Ausgabe %1</translation>
    </message>
    <message>
        <source>Predicted %1 distance</source>
        <translation>Vorhergesagter %1-Abstand</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>True %1 distance</source>
        <translation>Wahrer %1-Abstand</translation>
    </message>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>Error of %1, predicted − true, farther than %2 Å as %2 Å</source>
        <translation>Fehler von %1, vorhergesagt − wahr, über %2 Å als %2 Å</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Å</source>
        <translation>Å</translation>
    </message>
    <message>
        <source>too far</source>
        <translation>zu weit</translation>
    </message>
    <message>
        <source>too close</source>
        <translation>zu nah</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>This prediction cannot be explained</source>
        <translation>Diese Vorhersage kann nicht erklärt werden</translation>
    </message>
    <message>
        <source>the network that made it (%1, SHA-256 %2…) was found in none of: %3</source>
        <translation>das Netz, das sie berechnet hat (%1, SHA-256 %2…), wurde an keinem dieser Orte gefunden: %3</translation>
    </message>
    <message>
        <source>Put its weights back, or run the job again with the present network.</source>
        <translation>Legen Sie die Gewichte dorthin zurück oder führen Sie den Auftrag mit dem jetzigen Netz erneut aus.</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Schaffen Sie Speicherplatz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
</context>
<context>
    <name>ScriptGraph</name>
    <message>
        <source>a convolution&apos;s weights are not fixed</source>
        <translation>Gewichte einer Faltung, die nicht fest sind</translation>
    </message>
    <message>
        <source>a kernel of %1 by %2</source>
        <translation>Faltungskern von %1 mal %2</translation>
    </message>
    <message>
        <source>a convolution with a stride</source>
        <translation>Faltung mit Schrittweite über 1</translation>
    </message>
    <message>
        <source>a dilated convolution</source>
        <translation>dilatierte Faltung</translation>
    </message>
    <message>
        <source>a convolution in groups</source>
        <translation>Faltung in Gruppen</translation>
    </message>
    <message>
        <source>a transposed convolution</source>
        <translation>transponierte Faltung</translation>
    </message>
    <message>
        <source>a convolution whose padding changes the size</source>
        <translation>Faltung, deren Padding die Größe ändert</translation>
    </message>
    <message>
        <source>%1 beside the chain of layers</source>
        <translation>%1 neben der Kette der Schichten</translation>
    </message>
    <message>
        <source>a value that goes two ways</source>
        <translation>Verzweigung eines Werts auf zwei Wege</translation>
    </message>
    <message>
        <source>a ReLU before the first convolution</source>
        <translation>ReLU vor der ersten Faltung</translation>
    </message>
    <message>
        <source>two convolutions without a ReLU between them</source>
        <translation>zwei Faltungen ohne ReLU dazwischen</translation>
    </message>
    <message>
        <source>an output that is not the last layer&apos;s</source>
        <translation>Ausgabe, die nicht die der letzten Schicht ist</translation>
    </message>
    <message>
        <source>a ReLU after the last convolution</source>
        <translation>ReLU nach der letzten Faltung</translation>
    </message>
</context>
<context>
    <name>ScriptNetwork</name>
    <message>
        <source>The network cannot be run</source>
        <translation>Das Netz kann nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>Try it in PyTorch with an input of (1, 441, L, L), or choose another network.</source>
        <translation>Probieren Sie es in PyTorch mit einer Eingabe von (1, 441, L, L) aus oder wählen Sie ein anderes Netz.</translation>
    </message>
    <message>
        <source>Running the network</source>
        <translation>Das Ausführen des Netzes</translation>
    </message>
    <message>
        <source>Take a shorter protein.</source>
        <translation>Nehmen Sie ein kürzeres Protein.</translation>
    </message>
    <message>
        <source>its output %1 is %2 at the pair %3,%4</source>
        <translation>seine Ausgabe %1 ist %2 am Paar %3,%4</translation>
    </message>
    <message>
        <source>it says: %1</source>
        <translation>es meldet: %1</translation>
    </message>
    <message>
        <source>its gradient at the pair %1,%2 is not finite</source>
        <translation>sein Gradient am Paar %1,%2 ist nicht endlich</translation>
    </message>
</context>
<context>
    <name>SequenceDatabase</name>
    <message>
        <source>Set the path of a FASTA file of protein sequences.</source>
        <translation>Geben Sie den Pfad einer FASTA-Datei mit Proteinsequenzen an.</translation>
    </message>
    <message>
        <source>There is no database to search</source>
        <translation>Es gibt keine Datenbank zum Durchsuchen</translation>
    </message>
    <message>
        <source>none is set</source>
        <translation>es ist keine angegeben</translation>
    </message>
    <message>
        <source>a FASTA file begins with “&gt;”</source>
        <translation>eine FASTA-Datei beginnt mit „&gt;“</translation>
    </message>
    <message>
        <source>jackhmmer refuses the sign “%1”</source>
        <translation>jackhmmer lehnt das Zeichen „%1“ ab</translation>
    </message>
    <message>
        <source>The database must hold unaligned sequences.</source>
        <translation>Die Sequenzen der Datenbank dürfen nicht aligniert sein.</translation>
    </message>
    <message>
        <source>The database cannot be read</source>
        <translation>Die Datenbank kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>the database is compressed, but jackhmmer reads it several times</source>
        <translation>die Datenbank ist komprimiert, jackhmmer liest sie aber mehrmals</translation>
    </message>
    <message>
        <source>Unpack it first: gunzip %1</source>
        <translation>Entpacken Sie sie zuerst: gunzip %1</translation>
    </message>
    <message>
        <source>a byte order mark, which jackhmmer refuses</source>
        <translation>eine Bytereihenfolge-Markierung (BOM), die jackhmmer ablehnt</translation>
    </message>
    <message>
        <source>Save the file as plain ASCII.</source>
        <translation>Speichern Sie die Datei als reines ASCII.</translation>
    </message>
    <message>
        <source>The database is not there</source>
        <translation>Die Datenbank ist nicht vorhanden</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>keine solche Datei</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>there are no sequences in it</source>
        <translation>sie enthält keine Sequenzen</translation>
    </message>
    <message>
        <source>the database holds DNA or RNA, not proteins</source>
        <translation>die Datenbank enthält DNA oder RNA, keine Proteine</translation>
    </message>
    <message>
        <source>The database cannot be searched</source>
        <translation>Die Datenbank kann nicht durchsucht werden</translation>
    </message>
</context>
<context>
    <name>SequenceWeights</name>
    <message>
        <source>The rows cannot be weighted</source>
        <translation>Die Zeilen können nicht gewichtet werden</translation>
    </message>
    <message>
        <source>with %1 columns and an identity threshold of %2 not even a row itself counts as similar to itself</source>
        <translation>bei %1 Spalten und einem Identitätsschwellenwert von %2 gilt nicht einmal eine Zeile selbst als sich selbst ähnlich</translation>
    </message>
    <message>
        <source>Use a longer alignment or a lower threshold.</source>
        <translation>Verwenden Sie ein längeres Alignment oder einen niedrigeren Schwellenwert.</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Homology search (jackhmmer)</source>
        <translation>Homologiesuche (jackhmmer)</translation>
    </message>
    <message>
        <source>Couplings engine</source>
        <translation>Kopplungsberechnung</translation>
    </message>
    <message>
        <source>ccmpred (it does not tell its version)</source>
        <translation>ccmpred (nennt seine Version nicht)</translation>
    </message>
    <message>
        <source>Sequence database</source>
        <translation>Sequenzdatenbank</translation>
    </message>
    <message>
        <source>%1 MB, about %2 sequences, %3</source>
        <translation>%1 MB, etwa %2 Sequenzen, %3</translation>
    </message>
    <message>
        <source>No sequence database is set up</source>
        <translation>Es ist keine Sequenzdatenbank eingerichtet</translation>
    </message>
    <message>
        <source>Name a FASTA file of proteins with --database, or let &quot;whitebox-cli run --example&quot; build the example&apos;s.</source>
        <translation>Nennen Sie mit --database eine FASTA-Datei von Proteinen oder lassen Sie „whitebox-cli run --example“ die des Beispiels erstellen.</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>%1 instructions</source>
        <translation>Befehlssatz %1</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>%1, trained %2, %3</source>
        <translation>%1, trainiert %2, %3</translation>
    </message>
    <message>
        <source>Job library</source>
        <translation>Auftragsbibliothek</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 Aufträge</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 Auftrag</translation>
    </message>
</context>
<context>
    <name>Silence</name>
    <message>
        <source>, silent for %1 s</source>
        <translation>, seit %1 s still</translation>
    </message>
    <message>
        <source>, silent for %1 min</source>
        <translation>, seit %1 min still</translation>
    </message>
</context>
<context>
    <name>StageExperience</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>The couplings did not converge: the iteration limit was reached.</source>
        <translation>Die Kopplungen sind nicht konvergiert: Die größte Zahl an Iterationen wurde erreicht.</translation>
    </message>
    <message>
        <source>The couplings did not converge: the line search found no further decrease.</source>
        <translation>Die Kopplungen sind nicht konvergiert: Die Liniensuche fand keine weitere Abnahme.</translation>
    </message>
    <message>
        <source>0 homologs: there are no couplings, and the prediction is what the network says of nothing. Try a larger database, more rounds or a less strict E-value.</source>
        <translation>0 Homologe: Es gibt keine Kopplungen, und die Vorhersage ist das, was das Netz ohne jede Information ausgibt. Versuchen Sie es mit einer größeren Datenbank, mehr Runden oder einem weniger strengen E-Wert.</translation>
    </message>
    <message>
        <source>Start the job again from its input.</source>
        <translation>Starten Sie den Auftrag neu aus seiner Eingabe.</translation>
    </message>
    <message>
        <source>The structure was left out. %1</source>
        <translation>Die Struktur wurde weggelassen. %1</translation>
    </message>
    <message>
        <source>Reading the alignment</source>
        <translation>Alignment wird gelesen</translation>
    </message>
    <message>
        <source>Reading ccmpred&apos;s couplings</source>
        <translation>Kopplungen von ccmpred werden gelesen</translation>
    </message>
</context>
<context>
    <name>StartRequest</name>
    <message>
        <source>it is no request to open</source>
        <translation>es ist keine Anfrage zum Öffnen</translation>
    </message>
</context>
<context>
    <name>StoreTrim</name>
    <message>
        <source>The job %1 cannot be trimmed</source>
        <translation>Der Auftrag %1 kann nicht verschlankt werden</translation>
    </message>
    <message>
        <source>Its result stays as it is.</source>
        <translation>Sein Ergebnis bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>it is %1</source>
        <translation>er ist %1</translation>
    </message>
    <message>
        <source>its couplings were taken out before</source>
        <translation>seine Kopplungen wurden schon herausgenommen</translation>
    </message>
    <message>
        <source>its couplings were given and cannot be computed again</source>
        <translation>seine Kopplungen waren gegeben und können nicht neu berechnet werden</translation>
    </message>
    <message>
        <source>its result holds nothing that they could be computed from</source>
        <translation>sein Ergebnis enthält nichts, woraus sie berechnet werden könnten</translation>
    </message>
    <message>
        <source>another program has changed it</source>
        <translation>ein anderes Programm hat ihn geändert</translation>
    </message>
    <message>
        <source>The result could not be replaced</source>
        <translation>Das Ergebnis konnte nicht ersetzt werden</translation>
    </message>
    <message>
        <source>the system refused it</source>
        <translation>das System hat es verweigert</translation>
    </message>
    <message>
        <source>Check who may write to the folder of the job.</source>
        <translation>Prüfen Sie, wer in den Ordner des Auftrags schreiben darf.</translation>
    </message>
    <message>
        <source>the system refused to keep the folder&apos;s new list of files</source>
        <translation>das System hat die neue Dateiliste des Ordners nicht gesichert</translation>
    </message>
    <message>
        <source>Trim the library again.</source>
        <translation>Stutzen Sie die Bibliothek noch einmal.</translation>
    </message>
    <message>
        <source>What it has computed stays as it is.</source>
        <translation>Was er berechnet hat, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>What a job left could not be deleted</source>
        <translation>Was ein Auftrag hinterlassen hat, konnte nicht gelöscht werden</translation>
    </message>
    <message>
        <source>The draft could not be replaced</source>
        <translation>Der Entwurf konnte nicht ersetzt werden</translation>
    </message>
    <message>
        <source>The files of the job %1 are in use</source>
        <translation>Die Dateien des Auftrags %1 werden gerade benutzt</translation>
    </message>
    <message>
        <source>it is being trimmed or resumed</source>
        <translation>er wird gerade verschlankt oder fortgesetzt</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>StoredInput</name>
    <message>
        <source>%1 cannot be run again</source>
        <translation>%1 kann nicht noch einmal berechnet werden</translation>
    </message>
    <message>
        <source>its input was not kept</source>
        <translation>die Eingabe wurde nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Drop its files on the window again.</source>
        <translation>Seine Dateien noch einmal auf das Programmfenster ziehen.</translation>
    </message>
</context>
<context>
    <name>StructureScript</name>
    <message>
        <source>The pair cannot be shown on the structure</source>
        <translation>Das Paar kann auf der Struktur nicht gezeigt werden</translation>
    </message>
    <message>
        <source>%1 of %2 is not resolved in it</source>
        <translation>%1 von %2 ist darin nicht aufgelöst</translation>
    </message>
    <message>
        <source>Choose a pair whose residues are in the structure, or another structure.</source>
        <translation>Ein Paar wählen, dessen Reste in der Struktur sind, oder eine andere Struktur.</translation>
    </message>
    <message>
        <source>The structure cannot be written as PDB</source>
        <translation>Die Struktur kann nicht als PDB geschrieben werden</translation>
    </message>
    <message>
        <source>the format ends at residue 9999 and at 9999 Å</source>
        <translation>das Format endet bei Rest 9999 und bei 9999 Å</translation>
    </message>
    <message>
        <source>Use a part of the protein (--range).</source>
        <translation>Einen Teil des Proteins verwenden (--range).</translation>
    </message>
</context>
<context>
    <name>Studies</name>
    <message>
        <source>The block of positions is empty</source>
        <translation>Der Block der Positionen ist leer</translation>
    </message>
    <message>
        <source>the protein has %1 residues</source>
        <translation>das Protein hat %1 Reste</translation>
    </message>
    <message>
        <source>Give a first and a last residue of the protein.</source>
        <translation>Geben Sie einen ersten und einen letzten Rest des Proteins an.</translation>
    </message>
</context>
<context>
    <name>StudyList</name>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>Was-wenn</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Corr.</source>
        <translation>Korr.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Vorz.</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
</context>
<context>
    <name>SwissProt</name>
    <message>
        <source>Swiss-Prot cannot be built</source>
        <translation>Swiss-Prot kann nicht erstellt werden</translation>
    </message>
    <message>
        <source>the package metastudent-data is not installed</source>
        <translation>das Paket metastudent-data ist nicht installiert</translation>
    </message>
    <message>
        <source>Install it: apt-get install metastudent-data</source>
        <translation>Es installieren: apt-get install metastudent-data</translation>
    </message>
    <message>
        <source>no year and month</source>
        <translation>kein Jahr und Monat</translation>
    </message>
    <message>
        <source>This version of metastudent-data is not known; choose a FASTA file.</source>
        <translation>Diese Version von metastudent-data ist nicht bekannt; eine FASTA-Datei wählen.</translation>
    </message>
    <message>
        <source>it takes %1 MB and %2 MB are free on %3</source>
        <translation>es braucht %1 MB, und %2 MB sind frei auf %3</translation>
    </message>
    <message>
        <source>Free some space, or set WHITEBOX_HOME to a folder on another disk.</source>
        <translation>Platz schaffen oder WHITEBOX_HOME auf einen Ordner eines anderen Datenträgers setzen.</translation>
    </message>
    <message>
        <source>The database could not be written</source>
        <translation>Die Datenbank konnte nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>SystemMemory</name>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 needs more memory than is free</source>
        <translation>%1 benötigt mehr Arbeitsspeicher, als frei ist</translation>
    </message>
    <message>
        <source>%1 are needed, %2 are free</source>
        <translation>%1 werden benötigt, %2 sind frei</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>The file could not be written</source>
        <translation>Die Datei konnte nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>TilePainter</name>
    <message>
        <source>Σ %1, Σ|·| %2</source>
        <translation>Σ %1, Σ|·| %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>jackhmmer was not found</source>
        <translation>jackhmmer wurde nicht gefunden</translation>
    </message>
    <message>
        <source>it is not in any folder of PATH</source>
        <translation>es liegt in keinem Ordner von PATH</translation>
    </message>
    <message>
        <source>%1 is no program that can be run</source>
        <translation>%1 ist kein ausführbares Programm</translation>
    </message>
    <message>
        <source>Install it (apt-get install hmmer), or set its path.</source>
        <translation>Installieren Sie es (apt-get install hmmer) oder geben Sie seinen Pfad an.</translation>
    </message>
    <message>
        <source>The program is not jackhmmer</source>
        <translation>Das Programm ist nicht jackhmmer</translation>
    </message>
    <message>
        <source>%1 -h did not answer within %2 s and was killed</source>
        <translation>%1 -h antwortete nicht innerhalb von %2 s und wurde beendet</translation>
    </message>
    <message>
        <source>The search program hangs</source>
        <translation>Das Suchprogramm hängt</translation>
    </message>
    <message>
        <source>%1 -h does not answer as HMMER&apos;s jackhmmer does</source>
        <translation>%1 -h antwortet nicht wie jackhmmer von HMMER</translation>
    </message>
</context>
<context>
    <name>TorchEngine</name>
    <message>
        <source>The network cannot be used</source>
        <translation>Das Netz kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>expected (1, 441, L, L) or (441, L, L) in and (1, C, L, L) or (C, L, L) out; %1</source>
        <translation>erwartet: (1, 441, L, L) oder (441, L, L) als Eingabe und (1, C, L, L) oder (C, L, L) als Ausgabe; %1</translation>
    </message>
    <message>
        <source>Export a network that takes couplings, channel 21a + b, and keeps their size.</source>
        <translation>Exportieren Sie ein Netz, das Kopplungen nimmt, Kanal 21a + b, und deren Größe beibehält.</translation>
    </message>
    <message>
        <source>this is no TorchScript, or it is incomplete (%1)</source>
        <translation>das ist kein TorchScript oder es ist unvollständig (%1)</translation>
    </message>
    <message>
        <source>Save the network with torch.jit.script(net).save(FILE), not with torch.save, and copy all of it.</source>
        <translation>Speichern Sie das Netz mit torch.jit.script(net).save(FILE), nicht mit torch.save, und kopieren Sie es vollständig.</translation>
    </message>
    <message>
        <source>The network cannot be read</source>
        <translation>Das Netz kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>given (1, 441, %1, %1), %2</source>
        <translation>bei Eingabe von (1, 441, %1, %1): %2</translation>
    </message>
    <message>
        <source>found a %1 as its output</source>
        <translation>gefunden: %1 als Ausgabe</translation>
    </message>
    <message>
        <source>found %1 for L = %2</source>
        <translation>gefunden: %1 für L = %2</translation>
    </message>
    <message>
        <source>it has %1 outputs, which are no multiple of %2 bins</source>
        <translation>es hat %1 Ausgaben, kein Vielfaches von %2 Bins</translation>
    </message>
    <message>
        <source>Give as many bins as the network has for each distance.</source>
        <translation>Geben Sie so viele Bins an, wie das Netz für jeden Abstand hat.</translation>
    </message>
    <message>
        <source>its graph cannot be frozen: %1</source>
        <translation>sein Graph lässt sich nicht einfrieren: %1</translation>
    </message>
    <message>
        <source>Export it in evaluation mode, with a method forward(x).</source>
        <translation>Exportieren Sie es im Auswertungsmodus, mit einer Methode forward(x).</translation>
    </message>
    <message>
        <source>its outputs are bins</source>
        <translation>Bins als Ausgaben</translation>
    </message>
    <message>
        <source>%1 has values that are not finite</source>
        <translation>%1 hat Werte, die nicht endlich sind</translation>
    </message>
    <message>
        <source>Train or export it again.</source>
        <translation>Trainieren oder exportieren Sie es neu.</translation>
    </message>
    <message>
        <source>its forward() takes %1 arguments</source>
        <translation>sein forward() nimmt %1 Argumente</translation>
    </message>
</context>
<context>
    <name>TorchPlugin</name>
    <message>
        <source>TorchScript networks cannot be opened</source>
        <translation>TorchScript-Netze können nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Install LibTorch: apt install libtorch1.13.</source>
        <translation>Installieren Sie LibTorch: apt install libtorch1.13.</translation>
    </message>
    <message>
        <source>%1 belongs to another version of White Box</source>
        <translation>%1 gehört zu einer anderen Version von White Box</translation>
    </message>
    <message>
        <source>Install White Box again, or build all of it.</source>
        <translation>Installieren Sie White Box neu oder bauen Sie es vollständig.</translation>
    </message>
    <message>
        <source>the plugin that holds LibTorch was not found: %1</source>
        <translation>das Plugin mit LibTorch wurde nicht gefunden: %1</translation>
    </message>
    <message>
        <source>Install the package whitebox-torch, or build White Box with LibTorch (cmake -DWHITEBOX_TRAIN=ON).</source>
        <translation>Installieren Sie das Paket whitebox-torch oder bauen Sie White Box mit LibTorch (cmake -DWHITEBOX_TRAIN=ON).</translation>
    </message>
</context>
<context>
    <name>TrustReport</name>
    <message>
        <source>Randomising the weights</source>
        <translation>Gewichte werden zufällig gemacht</translation>
    </message>
    <message>
        <source>The network is piecewise linear: input times plain gradient and the biases&apos; part should make up the prediction; more than rounding left over means that the gradient is wrong.</source>
        <translation>Das Netz ist stückweise linear: Eingabe mal einfacher Gradient und der Anteil der Bias-Werte sollten zusammen die Vorhersage ergeben; bleibt mehr als ein Rundungsfehler übrig, ist der Gradient falsch.</translation>
    </message>
    <message>
        <source>Sundararajan, Taly and Yan 2017; Srinivas and Fleuret 2019</source>
        <translation>Sundararajan, Taly und Yan 2017; Srinivas und Fleuret 2019</translation>
    </message>
    <message>
        <source>The plain gradient should agree with central differences of a second, double-precision network: then the engine computes what it says.</source>
        <translation>Der einfache Gradient sollte mit zentralen Differenzen eines zweiten Netzes in doppelter Genauigkeit übereinstimmen: Dann berechnet das Programm, was es angibt.</translation>
    </message>
    <message>
        <source>numerical differentiation, step 1e-6</source>
        <translation>numerische Ableitung, Schrittweite 1e-6</translation>
    </message>
    <message>
        <source>A picture that stays alike when the network&apos;s layers are randomised from the output down does not explain the network; guided backpropagation is known to change too little.</source>
        <translation>Ein Bild, das gleich bleibt, wenn die Schichten des Netzes von der Ausgabe her zufällig gemacht werden, erklärt das Netz nicht; von Guided Backpropagation ist bekannt, dass sie sich zu wenig ändert.</translation>
    </message>
    <message>
        <source>Adebayo et al. 2018, Sanity checks for saliency maps</source>
        <translation>Adebayo et al. 2018, Sanity checks for saliency maps</translation>
    </message>
    <message>
        <source>Couplings are symmetric, so that the windows of (i, j) and (j, i) should be each other&apos;s transposes; a network whose weights are not tied need not be.</source>
        <translation>Kopplungen sind symmetrisch, daher sollten die Umgebungen von (i, j) und (j, i) durch Transponieren auseinander hervorgehen; bei einem Netz ohne gekoppelte Gewichte muss das nicht so sein.</translation>
    </message>
    <message>
        <source>definition of the couplings</source>
        <translation>Definition der Kopplungen</translation>
    </message>
    <message>
        <source>Without pooling the deconvnet does not look at the input: a picture that is the same for two pairs away from the borders, whatever the protein, explains neither.</source>
        <translation>Ohne Pooling berücksichtigt das Deconvnet die Eingabe nicht: Ein Bild, das für zwei Paare abseits der Ränder bei jedem Protein gleich ist, erklärt keines von beiden.</translation>
    </message>
    <message>
        <source>Mahendran and Vedaldi 2016; Nie, Zhang and Patel 2018</source>
        <translation>Mahendran und Vedaldi 2016; Nie, Zhang und Patel 2018</translation>
    </message>
</context>
<context>
    <name>TrustedNetworks</name>
    <message>
        <source>The list of trusted networks cannot be written</source>
        <translation>Die Liste vertrauenswürdiger Netze kann nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>ViewKeys</name>
    <message>
        <source>Distance map</source>
        <translation>Abstandskarte</translation>
    </message>
    <message>
        <source>move the pair by one residue</source>
        <translation>das Paar um einen Rest verschieben</translation>
    </message>
    <message>
        <source>move the pair by ten residues</source>
        <translation>das Paar um zehn Reste verschieben</translation>
    </message>
    <message>
        <source>zoom around the pair</source>
        <translation>um das Paar herum zoomen</translation>
    </message>
    <message>
        <source>show all</source>
        <translation>alles zeigen</translation>
    </message>
    <message>
        <source>click, drag</source>
        <translation>klicken, ziehen</translation>
    </message>
    <message>
        <source>explain the pair under the pointer</source>
        <translation>das Paar unter dem Zeiger erklären</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>zoomen</translation>
    </message>
    <message>
        <source>right drag, Ctrl+drag</source>
        <translation>rechts ziehen, Strg+Ziehen</translation>
    </message>
    <message>
        <source>zoom into a rectangle</source>
        <translation>in ein Rechteck zoomen</translation>
    </message>
    <message>
        <source>middle drag, Alt+drag</source>
        <translation>Mitte ziehen, Alt+Ziehen</translation>
    </message>
    <message>
        <source>move the map</source>
        <translation>die Karte verschieben</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>move the cursor within the tile</source>
        <translation>den Cursor innerhalb der Kachel bewegen</translation>
    </message>
    <message>
        <source>move the cursor to another tile</source>
        <translation>den Cursor auf eine andere Kachel setzen</translation>
    </message>
    <message>
        <source>enlarge the tile, or show all tiles</source>
        <translation>die Kachel vergrößern oder alle Kacheln zeigen</translation>
    </message>
    <message>
        <source>show all tiles; take the cursor away</source>
        <translation>alle Kacheln zeigen; den Cursor entfernen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>bewegen</translation>
    </message>
    <message>
        <source>show this cell in every view</source>
        <translation>diese Zelle in allen Ansichten zeigen</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>move the plot</source>
        <translation>das Diagramm verschieben</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>ziehen</translation>
    </message>
    <message>
        <source>Array scroller</source>
        <translation>Array-Betrachter</translation>
    </message>
    <message>
        <source>move the cursor</source>
        <translation>den Cursor bewegen</translation>
    </message>
    <message>
        <source>read the value under the pointer</source>
        <translation>den Wert unter dem Mauszeiger ablesen</translation>
    </message>
</context>
<context>
    <name>WhiteBox::AboutDialog</name>
    <message>
        <source>About White Box</source>
        <translation>Über White Box</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>Literatur</translation>
    </message>
    <message>
        <source>Copy as BibTeX</source>
        <translation>Als BibTeX kopieren</translation>
    </message>
    <message>
        <source>&lt;h2&gt;White Box %1&lt;/h2&gt;&lt;p&gt;Which couplings moved a predicted residue distance, and whether to believe it.&lt;/p&gt;&lt;p&gt;After the talk “White Box: Website Frontend &amp;amp; Network visualization using Guided Backpropagation” (Das &amp;amp; Dugar, TU München, 2018).&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; there is no warranty. The network that comes with it is under the same licence; its model card tells what it was trained on.&lt;/p&gt;&lt;p&gt;Running with Qt %2.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;White Box %1&lt;/h2&gt;&lt;p&gt;Welche Kopplungen einen vorhergesagten Abstand zweier Reste verändert haben und ob man dem trauen darf.&lt;/p&gt;&lt;p&gt;Nach dem Vortrag „White Box: Website Frontend &amp;amp; Network visualization using Guided Backpropagation“ (Das &amp;amp; Dugar, TU München, 2018).&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später; ohne jede Gewährleistung. Das mitgelieferte Netz steht unter derselben Lizenz; seine Modellkarte nennt, womit es trainiert wurde.&lt;/p&gt;&lt;p&gt;Läuft mit Qt %2.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;White Box is built on the work of others:&lt;/p&gt;</source>
        <translation>&lt;p&gt;White Box baut auf der Arbeit anderer auf:&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;If White Box helps your work, please cite the methods that it is built on, and before you believe a picture, the test with random weights.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Wenn White Box Ihnen bei Ihrer Arbeit hilft, zitieren Sie bitte die Methoden, auf denen es aufbaut, und, bevor Sie einem Bild glauben, den Test mit Zufallsgewichten.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>window, processes, files</source>
        <translation>Fenster, Prozesse, Dateien</translation>
    </message>
    <message>
        <source>plots</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>gemeinfrei</translation>
    </message>
    <message>
        <source>library of jobs</source>
        <translation>Auftragsbibliothek</translation>
    </message>
    <message>
        <source>results and arrays</source>
        <translation>Ergebnisse und Arrays</translation>
    </message>
    <message>
        <source>linear algebra</source>
        <translation>lineare Algebra</translation>
    </message>
    <message>
        <source>structures</source>
        <translation>Strukturen</translation>
    </message>
    <message>
        <source>mmCIF, within gemmi</source>
        <translation>mmCIF, in gemmi</translation>
    </message>
    <message>
        <source>ccmpred&apos;s binary couplings</source>
        <translation>binäre Kopplungen von ccmpred</translation>
    </message>
    <message>
        <source>compressed files</source>
        <translation>komprimierte Dateien</translation>
    </message>
    <message>
        <source>whitebox-cli&apos;s arguments</source>
        <translation>Argumente von whitebox-cli</translation>
    </message>
    <message>
        <source>TorchScript networks; a plugin, loaded for them alone</source>
        <translation>TorchScript-Netze; ein Plugin, das nur für sie geladen wird</translation>
    </message>
    <message>
        <source>homolog search; the program jackhmmer, run beside this one</source>
        <translation>Suche nach Homologen; das Programm jackhmmer, das neben diesem läuft</translation>
    </message>
    <message>
        <source>batlow, vik, berlin; F. Crameri</source>
        <translation>batlow, vik, berlin; F. Crameri</translation>
    </message>
</context>
<context>
    <name>WhiteBox::ArrayImage</name>
    <message>
        <source>Array</source>
        <translation>Array</translation>
    </message>
    <message>
        <source>tiles %1</source>
        <translation>Kacheln %1</translation>
    </message>
    <message>
        <source>inside %1</source>
        <translation>innen %1</translation>
    </message>
</context>
<context>
    <name>WhiteBox::ArrayScroller</name>
    <message>
        <source>Array scroller</source>
        <translation>Array-Betrachter</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>Array</translation>
    </message>
    <message>
        <source>Axes customised – Reset</source>
        <translation>Achsen angepasst – Zurücksetzen</translation>
    </message>
    <message>
        <source>Slice as NumPy takes it, counted from 0</source>
        <translation>Schnitt in NumPy-Schreibweise, ab 0 gezählt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>Click a pair on the map: its window appears here.</source>
        <translation>Klicken Sie ein Paar auf der Karte an: Seine Umgebung erscheint hier.</translation>
    </message>
    <message>
        <source>Open a result, or drop an NPY or HDF5 file on the window.</source>
        <translation>Öffnen Sie ein Ergebnis oder ziehen Sie eine NPY- oder HDF5-Datei auf das Fenster.</translation>
    </message>
    <message>
        <source>This slice has %1 million values: hide one more axis.</source>
        <translation>Dieser Schnitt hat %1 Millionen Werte: Blenden Sie eine weitere Achse aus.</translation>
    </message>
    <message>
        <source>This slice is empty.</source>
        <translation>Dieser Schnitt ist leer.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
</context>
<context>
    <name>WhiteBox::AxisRow</name>
    <message>
        <source>slice</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>row ↓</source>
        <translation>Zeile ↓</translation>
    </message>
    <message>
        <source>column →</source>
        <translation>Spalte →</translation>
    </message>
    <message>
        <source>tile row ↓</source>
        <translation>Kachelzeile ↓</translation>
    </message>
    <message>
        <source>tile column →</source>
        <translation>Kachelspalte →</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Rolle von %1</translation>
    </message>
    <message>
        <source>Index of %1</source>
        <translation>Index von %1</translation>
    </message>
    <message>
        <source>Number of %1</source>
        <translation>Nummer von %1</translation>
    </message>
    <message>
        <source>Keep this index when another pair or cell is looked at</source>
        <translation>Diesen Index beibehalten, wenn ein anderes Paar oder eine andere Zelle betrachtet wird</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>Play: one index after the other</source>
        <translation>Abspielen: ein Index nach dem anderen</translation>
    </message>
    <message>
        <source>Play %1</source>
        <translation>%1 abspielen</translation>
    </message>
</context>
<context>
    <name>WhiteBox::Bibliography</name>
    <message>
        <source>The talk that White Box follows</source>
        <translation>Der Vortrag, dem White Box folgt</translation>
    </message>
    <message>
        <source>Homolog search</source>
        <translation>Suche nach Homologen</translation>
    </message>
    <message>
        <source>Couplings by pseudolikelihood</source>
        <translation>Kopplungen durch Pseudolikelihood</translation>
    </message>
    <message>
        <source>The couplings&apos; objective and stopping rule</source>
        <translation>Zielfunktion und Abbruchregel der Kopplungen</translation>
    </message>
    <message>
        <source>Average product correction of the coupling score</source>
        <translation>Korrektur des Kopplungswerts um das mittlere Produkt (APC)</translation>
    </message>
    <message>
        <source>Plain gradient</source>
        <translation>Einfacher Gradient</translation>
    </message>
    <message>
        <source>Backward deconvnet</source>
        <translation>Deconvnet rückwärts</translation>
    </message>
    <message>
        <source>Guided backpropagation</source>
        <translation>Guided Backpropagation</translation>
    </message>
    <message>
        <source>Integrated gradients; completeness</source>
        <translation>Integrierte Gradienten; Vollständigkeit</translation>
    </message>
    <message>
        <source>Gradients averaged over noise</source>
        <translation>Über Rauschen gemittelte Gradienten</translation>
    </message>
    <message>
        <source>The test with random weights</source>
        <translation>Die Prüfung mit Zufallsgewichten</translation>
    </message>
    <message>
        <source>Structures</source>
        <translation>Strukturen</translation>
    </message>
    <message>
        <source>Colour maps</source>
        <translation>Farbskalen</translation>
    </message>
</context>
<context>
    <name>WhiteBox::CcmpredProcess</name>
    <message>
        <source>ccmpred cannot compute these couplings</source>
        <translation>ccmpred kann diese Kopplungen nicht berechnen</translation>
    </message>
    <message>
        <source>it fails above %1 columns, and there are %2</source>
        <translation>es versagt bei mehr als %1 Spalten, hier sind es %2</translation>
    </message>
    <message>
        <source>Use the built-in engine.</source>
        <translation>Verwenden Sie den eingebauten Rechenkern.</translation>
    </message>
    <message>
        <source>Computing the couplings of %1 columns with ccmpred</source>
        <translation>Kopplungen von %1 Spalten mit ccmpred berechnen</translation>
    </message>
    <message>
        <source>Use the built-in engine, which needs less.</source>
        <translation>Verwenden Sie den eingebauten Rechenkern, der weniger braucht.</translation>
    </message>
    <message>
        <source>ccmpred has no folder to write to</source>
        <translation>ccmpred hat keinen Ordner zum Schreiben</translation>
    </message>
    <message>
        <source>the folder is read-only</source>
        <translation>der Ordner ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the folder is not there</source>
        <translation>der Ordner ist nicht vorhanden</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>its files take %1 MB and %2 MB are free on %3</source>
        <translation>die Dateien brauchen %1 MB, frei sind %2 MB auf %3</translation>
    </message>
    <message>
        <source>Free some space, or use the built-in engine.</source>
        <translation>Schaffen Sie Platz oder verwenden Sie den eingebauten Rechenkern.</translation>
    </message>
    <message>
        <source>ccmpred was not found</source>
        <translation>ccmpred wurde nicht gefunden</translation>
    </message>
    <message>
        <source>it is not in any folder of PATH</source>
        <translation>es liegt in keinem Ordner von PATH</translation>
    </message>
    <message>
        <source>%1 is no program that can be run</source>
        <translation>%1 ist kein ausführbares Programm</translation>
    </message>
    <message>
        <source>Set its path, or use the built-in engine, which gives the same scores.</source>
        <translation>Geben Sie den Pfad an oder verwenden Sie den eingebauten Rechenkern, der dieselben Werte liefert.</translation>
    </message>
    <message>
        <source>ccmpred weights the rows</source>
        <translation>ccmpred gewichtet die Zeilen</translation>
    </message>
</context>
<context>
    <name>WhiteBox::CheckedPath</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
</context>
<context>
    <name>WhiteBox::CorrelationPanel</name>
    <message>
        <source>Correlation of gradient and coevolution over the window</source>
        <translation>Korrelation von Gradient und Koevolution in der Umgebung</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>ähnlich</translation>
    </message>
    <message>
        <source>opposed</source>
        <translation>konträr</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Σ|gradient|</source>
        <translation>Σ|Gradient|</translation>
    </message>
    <message>
        <source>Σ gradient</source>
        <translation>Σ Gradient</translation>
    </message>
    <message>
        <source>Σ gradient × input</source>
        <translation>Σ Gradient × Eingabe</translation>
    </message>
    <message>
        <source>Per amino-acid pair</source>
        <translation>Je Aminosäurepaar</translation>
    </message>
    <message>
        <source>Click a pair on the map</source>
        <translation>Paar auf der Karte anklicken</translation>
    </message>
    <message>
        <source>Å × unit of input</source>
        <translation>Å × Einheit der Eingabe</translation>
    </message>
    <message>
        <source>Å</source>
        <translation>Å</translation>
    </message>
    <message>
        <source>Σ|gradient| over the window, %1</source>
        <translation>Σ|Gradient| über die Umgebung, %1</translation>
    </message>
    <message>
        <source>Σ gradient over the window, %1</source>
        <translation>Σ Gradient über die Umgebung, %1</translation>
    </message>
    <message>
        <source>Σ gradient × input over the window, %1</source>
        <translation>Σ Gradient × Eingabe über die Umgebung, %1</translation>
    </message>
</context>
<context>
    <name>WhiteBox::CurvePanel</name>
    <message>
        <source>This network does not tell where its units switch.</source>
        <translation>Dieses Netz gibt nicht an, wo seine Einheiten umschalten.</translation>
    </message>
    <message>
        <source>The curve is piecewise linear, straight from %1 to %2; by its ends %3 and %4 units of the network have switched.</source>
        <translation>Die Kurve ist stückweise linear, gerade von %1 bis %2; bis zu ihren Enden haben %3 und %4 Einheiten des Netzes umgeschaltet.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Shaded: inputs beyond those of the training, %1.</source>
        <translation>Schattiert: Eingaben jenseits derer des Trainings, %1.</translation>
    </message>
    <message>
        <source>Shaded: inputs beyond this protein&apos;s, %1; the network&apos;s card does not tell those of its training.</source>
        <translation>Schattiert: Eingaben jenseits derer dieses Proteins, %1; die Modellkarte des Netzes nennt die des Trainings nicht.</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>Tangente</translation>
    </message>
    <message>
        <source>%1 along the %2</source>
        <translation>%1, Richtung: %2</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>Koeffizient</translation>
    </message>
    <message>
        <source>predicted distance (Å)</source>
        <translation>vorhergesagter Abstand (Å)</translation>
    </message>
    <message>
        <source>1: at the ends one input has moved by as much as the coevolution&apos;s colour scale spans</source>
        <translation>1: An den Enden hat sich eine Eingabe um die Spanne der Farbskala der Koevolution verschoben</translation>
    </message>
    <message>
        <source>Range ×</source>
        <translation>Bereich ×</translation>
    </message>
    <message>
        <source>Click a pair on the map</source>
        <translation>Paar auf der Karte anklicken</translation>
    </message>
    <message>
        <source>The gradient is exactly zero: there is no direction to move along</source>
        <translation>Der Gradient ist genau null: Es gibt keine Richtung für eine Verschiebung</translation>
    </message>
    <message>
        <source>All inputs are exactly zero: there is no scale to move by</source>
        <translation>Alle Eingaben sind genau null: Es gibt keinen Maßstab für eine Verschiebung</translation>
    </message>
    <message>
        <source>nearest kinks, up to %1 a side</source>
        <translation>nächste Knicke, bis zu %1 je Seite</translation>
    </message>
</context>
<context>
    <name>WhiteBox::DemoRun</name>
    <message>
        <source>%1: the folder cannot be made</source>
        <translation>%1: Der Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>result after %1 s</source>
        <translation>Ergebnis nach %1 s</translation>
    </message>
    <message>
        <source>no result after %1 minutes</source>
        <translation>kein Ergebnis nach %1 Minuten</translation>
    </message>
    <message>
        <source>%1: cannot be written</source>
        <translation>%1: kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the example has no long-range pair</source>
        <translation>das Beispiel hat kein Paar mit großem Sequenzabstand</translation>
    </message>
    <message>
        <source>clicked %1</source>
        <translation>%1 angeklickt</translation>
    </message>
</context>
<context>
    <name>WhiteBox::ExplainBar</name>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source> Pair </source>
        <translation> Paar </translation>
    </message>
    <message>
        <source>12,40</source>
        <translation>12,40</translation>
    </message>
    <message>
        <source>Two residue numbers, counted from 1: 12,40 or L12-V40 (Ctrl+G)</source>
        <translation>Zwei Restnummern, ab 1 gezählt: 12,40 oder L12-V40 (Strg+G)</translation>
    </message>
    <message>
        <source>Selected pair</source>
        <translation>Ausgewähltes Paar</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Cα–Cα</source>
        <translation>Cα–Cα</translation>
    </message>
    <message>
        <source>Cα–Cβ</source>
        <translation>Cα–Cβ</translation>
    </message>
    <message>
        <source>Cβ–Cα</source>
        <translation>Cβ–Cα</translation>
    </message>
    <message>
        <source>Cβ–Cβ</source>
        <translation>Cβ–Cβ</translation>
    </message>
    <message>
        <source>Which distance is shown and explained (1–4)</source>
        <translation>Welcher Abstand gezeigt und erklärt wird (1–4)</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>raises distance</source>
        <translation>vergrößert Abstand</translation>
    </message>
    <message>
        <source>lowers distance</source>
        <translation>verkleinert Abstand</translation>
    </message>
    <message>
        <source>Guided backprop and deconvnet of +y and of −y are different pictures, not negatives</source>
        <translation>Guided Backpropagation und Deconvnet von +y und von −y sind verschiedene Bilder, nicht Negative voneinander</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>global</source>
        <translation>gemeinsam</translation>
    </message>
    <message>
        <source>per row</source>
        <translation>je Zeile</translation>
    </message>
    <message>
        <source>per tile</source>
        <translation>je Kachel</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Which values share one colour scale (S)</source>
        <translation>Welche Werte sich eine Farbskala teilen (S)</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>coupling score</source>
        <translation>Kopplungswert</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation>vorhergesagt %1</translation>
    </message>
    <message>
        <source>Lower half</source>
        <translation>Untere Hälfte</translation>
    </message>
    <message>
        <source>What the map shows below its diagonal</source>
        <translation>Was die Karte unterhalb der Diagonale zeigt</translation>
    </message>
    <message>
        <source>Upper half</source>
        <translation>Obere Hälfte</translation>
    </message>
    <message>
        <source>What the map shows above its diagonal</source>
        <translation>Was die Karte oberhalb der Diagonale zeigt</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>top L/5</source>
        <translation>beste L/5</translation>
    </message>
    <message>
        <source>top L/2</source>
        <translation>beste L/2</translation>
    </message>
    <message>
        <source>top L</source>
        <translation>beste L</translation>
    </message>
    <message>
        <source>Ring: a predicted contact that is true, or whose truth is unknown. Cross: a false one</source>
        <translation>Ring: ein vorhergesagter Kontakt, der wahr ist oder dessen Wahrheit unbekannt ist. Kreuz: ein falscher</translation>
    </message>
    <message>
        <source>|i−j| ≥</source>
        <translation>|i−j| ≥</translation>
    </message>
    <message>
        <source>Nearest residues that are ranked and marked</source>
        <translation>Kleinster Sequenzabstand der Reste, die eingestuft und markiert werden</translation>
    </message>
    <message>
        <source>Drop a PDB or mmCIF file on the window first</source>
        <translation>Ziehen Sie zuerst eine PDB- oder mmCIF-Datei auf das Fenster</translation>
    </message>
</context>
<context>
    <name>WhiteBox::ExplanationPanels</name>
    <message>
        <source>%1: Δ%2 by coupling</source>
        <translation>%1: Δ%2 je Kopplung</translation>
    </message>
    <message>
        <source>Gradient is exactly zero: no active path</source>
        <translation>Der Gradient ist genau null: kein aktiver Pfad</translation>
    </message>
    <message>
        <source>Coevolution: couplings as the network sees them</source>
        <translation>Koevolution: Kopplungen, wie das Netz sie sieht</translation>
    </message>
    <message>
        <source>network input</source>
        <translation>Netzeingabe</translation>
    </message>
    <message>
        <source>favoured</source>
        <translation>bevorzugt</translation>
    </message>
    <message>
        <source>disfavoured</source>
        <translation>gemieden</translation>
    </message>
    <message>
        <source>All couplings of this window are exactly zero</source>
        <translation>Alle Kopplungen dieser Umgebung sind genau null</translation>
    </message>
    <message>
        <source>Preparing the explanation…</source>
        <translation>Erklärung wird vorbereitet…</translation>
    </message>
    <message>
        <source>Click a pair on the map</source>
        <translation>Paar auf der Karte anklicken</translation>
    </message>
    <message>
        <source>This pair could not be explained</source>
        <translation>Dieses Paar konnte nicht erklärt werden</translation>
    </message>
    <message>
        <source>Without couplings nothing can be explained</source>
        <translation>Ohne Kopplungen lässt sich nichts erklären</translation>
    </message>
</context>
<context>
    <name>WhiteBox::ExternalProcess</name>
    <message>
        <source>it printed more than %1 MB and was stopped</source>
        <translation>es hat mehr als %1 MB ausgegeben und wurde beendet</translation>
    </message>
    <message>
        <source>its files grew beyond %1 MB, which no result of this job can have, and it was stopped</source>
        <translation>seine Dateien wuchsen über %1 MB hinaus, die kein Ergebnis dieses Auftrags haben kann, und es wurde beendet</translation>
    </message>
    <message>
        <source>less than %1 MB were left on the disk (%2) and it was stopped</source>
        <translation>auf dem Datenträger (%2) blieben weniger als %1 MB frei, und es wurde beendet</translation>
    </message>
</context>
<context>
    <name>WhiteBox::ForeignNetworkDialog</name>
    <message>
        <source>Open network</source>
        <translation>Netz öffnen</translation>
    </message>
    <message>
        <source>%1 is a program. It can read and write files as you can. Open it only if you know who made it.</source>
        <translation>%1 ist ein Programm. Es kann Dateien lesen und schreiben wie Sie selbst. Öffnen Sie es nur, wenn Sie wissen, von wem es stammt.</translation>
    </message>
    <message>
        <source>&amp;Trust and open</source>
        <translation>&amp;Vertrauen und öffnen</translation>
    </message>
    <message>
        <source>The talk&apos;s four are %1</source>
        <translation>Die vier des Vortrags sind %1</translation>
    </message>
    <message>
        <source>Å</source>
        <translation>Å</translation>
    </message>
    <message>
        <source>nm</source>
        <translation>nm</translation>
    </message>
    <message>
        <source>none: the outputs are distances</source>
        <translation>keine: Die Ausgaben sind Abstände</translation>
    </message>
    <message>
        <source>Centres in Å, numbers and FIRST:STEP:COUNT, such as 22,2.25:0.5:36</source>
        <translation>Mitten in Å, Zahlen und ERSTE:SCHRITT:ANZAHL, etwa 22,2.25:0.5:36</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>&amp;Names of the distances</source>
        <translation>&amp;Namen der Abstände</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Einheit</translation>
    </message>
    <message>
        <source>&amp;Bins of a distogram</source>
        <translation>&amp;Bins eines Distogramms</translation>
    </message>
    <message>
        <source>Bins &amp;hold</source>
        <translation>Bins ent&amp;halten</translation>
    </message>
    <message>
        <source>N&amp;ormalisation of the couplings</source>
        <translation>N&amp;ormierung der Kopplungen</translation>
    </message>
    <message>
        <source>Trying the network…</source>
        <translation>Netz wird ausprobiert…</translation>
    </message>
    <message>
        <source>It takes (441, L, L) and gives %1 outputs; a pair sees %2.</source>
        <translation>Es nimmt (441, L, L) und liefert %1 Ausgaben; ein Paar sieht %2.</translation>
    </message>
    <message>
        <source>the whole protein</source>
        <translation>das ganze Protein</translation>
    </message>
    <message>
        <source>It runs in the built-in engine.</source>
        <translation>Es läuft im eingebauten Rechenkern.</translation>
    </message>
    <message>
        <source>It runs in LibTorch, since it has: %1.</source>
        <translation>Es läuft in LibTorch, denn es enthält: %1.</translation>
    </message>
    <message>
        <source>No ReLU was found: guided backpropagation and deconvnet are the plain gradient here.</source>
        <translation>Keine ReLU gefunden: Guided Backpropagation und Deconvnet sind hier der einfache Gradient.</translation>
    </message>
    <message>
        <source>These keep their own gradient in every method: %1.</source>
        <translation>Diese behalten in jeder Methode ihren eigenen Gradienten: %1.</translation>
    </message>
    <message>
        <source>Its card lies beside it and says what goes in and what comes out.</source>
        <translation>Die Modellkarte liegt daneben und sagt, was hineingeht und was herauskommt.</translation>
    </message>
</context>
<context>
    <name>WhiteBox::HelpMenu</name>
    <message>
        <source>Help on this &amp;view</source>
        <translation>Hilfe zu dieser &amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About White Box</source>
        <translation>Ü&amp;ber White Box</translation>
    </message>
</context>
<context>
    <name>WhiteBox::HistogramView</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Drag: range of the colours. Double click: automatic</source>
        <translation>Ziehen: Bereich der Farben. Doppelklick: automatisch</translation>
    </message>
    <message>
        <source>%1 values from %2 to %3</source>
        <translation>%1 Werte von %2 bis %3</translation>
    </message>
</context>
<context>
    <name>WhiteBox::JackhmmerSearch</name>
    <message>
        <source>The search has no folder to write to</source>
        <translation>Die Suche hat keinen Ordner zum Schreiben</translation>
    </message>
    <message>
        <source>the folder is read-only</source>
        <translation>der Ordner ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the folder is not there</source>
        <translation>der Ordner ist nicht vorhanden</translation>
    </message>
    <message>
        <source>Choose another folder for results.</source>
        <translation>Wählen Sie einen anderen Ordner für Ergebnisse.</translation>
    </message>
    <message>
        <source>There is too little space for a search</source>
        <translation>Für eine Suche ist zu wenig Platz</translation>
    </message>
    <message>
        <source>%1 MiB are free, %2 MiB are needed</source>
        <translation>%1 MiB sind frei, %2 MiB werden gebraucht</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>The query could not be written</source>
        <translation>Die Suchsequenz konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Check the free space and who may write there.</source>
        <translation>Prüfen Sie den freien Platz und die Schreibrechte dort.</translation>
    </message>
    <message>
        <source>The search cannot begin</source>
        <translation>Die Suche kann nicht beginnen</translation>
    </message>
    <message>
        <source>the database has changed since the job was queued</source>
        <translation>die Datenbank wurde geändert, seit der Auftrag eingereiht wurde</translation>
    </message>
    <message>
        <source>the database is not there any more</source>
        <translation>die Datenbank ist nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>Start the job again from its input.</source>
        <translation>Starten Sie den Auftrag neu aus seiner Eingabe.</translation>
    </message>
    <message>
        <source>Searching, round %1 of at most %2</source>
        <translation>Suche läuft, Runde %1 von höchstens %2</translation>
    </message>
    <message>
        <source>, %1 sequences so far</source>
        <translation>, bisher %1 Sequenzen</translation>
    </message>
    <message>
        <source>The search is worth nothing</source>
        <translation>Die Suche ist wertlos</translation>
    </message>
    <message>
        <source>the database changed while it was searched</source>
        <translation>die Datenbank hat sich geändert, während sie durchsucht wurde</translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobLibrary</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobNotifier</name>
    <message>
        <source>%1 is predicted</source>
        <translation>%1 ist vorhergesagt</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist gescheitert</translation>
    </message>
    <message numerus="yes">
        <source>%n residues. The result is in the list of jobs.</source>
        <translation>
            <numerusform>%n Rest. Das Ergebnis steht in der Auftragsliste.</numerusform>
            <numerusform>%n Reste. Das Ergebnis steht in der Auftragsliste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobRunner</name>
    <message>
        <source>another White Box computes the same</source>
        <translation>ein anderes White Box berechnet dasselbe</translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobTableModel</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alignment</translation>
    </message>
    <message>
        <source>Couplings</source>
        <translation>Kopplungen</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>ETA</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1 for this stage</source>
        <translation>%1 für diesen Schritt</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Asked for on %1</source>
        <translation>Angefordert am %1</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>meist %1</translation>
    </message>
    <message>
        <source>It does not tell how far it is, and no earlier job is like this one.</source>
        <translation>Es sagt nicht, wie weit es ist, und kein früherer Auftrag gleicht diesem.</translation>
    </message>
    <message numerus="yes">
        <source>It does not tell how far it is; %n earlier jobs like this one took %1.</source>
        <translation>
            <numerusform>Es sagt nicht, wie weit es ist; %n früherer Auftrag dieser Art brauchte %1.</numerusform>
            <numerusform>Es sagt nicht, wie weit es ist; %n frühere Aufträge dieser Art brauchten %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Queued, place %1</source>
        <translation>Wartet, Platz %1</translation>
    </message>
    <message>
        <source>Needs %1.</source>
        <translation>Braucht %1.</translation>
    </message>
    <message>
        <source>Its couplings were taken out to save space.</source>
        <translation>Seine Kopplungen wurden herausgenommen, um Platz zu sparen.</translation>
    </message>
    <message numerus="yes">
        <source>%n residues, %1</source>
        <translation>
            <numerusform>%n Rest, %1</numerusform>
            <numerusform>%n Reste, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobsMenu</name>
    <message>
        <source>&amp;Jobs</source>
        <translation>A&amp;ufträge</translation>
    </message>
    <message>
        <source>&amp;Search jobs</source>
        <translation>Aufträge &amp;suchen</translation>
    </message>
    <message>
        <source>Open lin&amp;k…</source>
        <translation>Lin&amp;k öffnen…</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>&amp;Undo delete of %1</source>
        <translation>Löschen von %1 &amp;rückgängig</translation>
    </message>
    <message>
        <source>Deleted %1.</source>
        <translation>%1 gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Neu berechnen</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Einen Link öffnen</translation>
    </message>
    <message>
        <source>Link to a job:</source>
        <translation>Link zu einem Auftrag:</translation>
    </message>
    <message>
        <source>The couplings of %1 were taken out to save space: its distances are shown, and nothing can be explained. They can be computed again from its alignment.</source>
        <translation>Die Kopplungen von %1 wurden herausgenommen, um Platz zu sparen: Seine Abstände werden gezeigt, erklärt werden kann nichts. Sie lassen sich aus seinem Alignment neu berechnen.</translation>
    </message>
    <message>
        <source>Recompute the couplings</source>
        <translation>Kopplungen neu berechnen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo renaming of %1</source>
        <translation>Umbenennen von %1 &amp;rückgängig</translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Go on after the last finished stage</source>
        <translation>Nach dem letzten fertigen Schritt fortfahren</translation>
    </message>
    <message>
        <source>Choose a job to see its state.</source>
        <translation>Wählen Sie einen Auftrag, um seinen Status zu sehen.</translation>
    </message>
    <message>
        <source>No job yet. Drop a sequence on the window.</source>
        <translation>Noch kein Auftrag. Ziehen Sie eine Sequenz auf das Fenster.</translation>
    </message>
    <message numerus="yes">
        <source>%n residues</source>
        <translation>
            <numerusform>%n Rest</numerusform>
            <numerusform>%n Reste</numerusform>
        </translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>Aufträge suchen</translation>
    </message>
    <message>
        <source>Words of a job&apos;s name, its id or its state: &quot;chey failed&quot;</source>
        <translation>Wörter aus Name, Kennung oder Zustand eines Auftrags: „chey gescheitert“</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>F&amp;ortsetzen</translation>
    </message>
    <message>
        <source>Run &amp;again</source>
        <translation>&amp;Neu berechnen</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Compute from the stored input, with the same parameters, as a new job</source>
        <translation>Aus der gespeicherten Eingabe mit denselben Parametern als neuen Auftrag berechnen</translation>
    </message>
    <message>
        <source>No job has these words in its name, id or state.</source>
        <translation>Kein Auftrag hat diese Wörter in Name, Kennung oder Zustand.</translation>
    </message>
    <message>
        <source>Computed on %1.</source>
        <translation>Berechnet am %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n jobs</source>
        <translation>
            <numerusform>%1 von %n Auftrag</numerusform>
            <numerusform>%1 von %n Aufträgen</numerusform>
        </translation>
    </message>
    <message>
        <source>What all jobs take on the disk. Preferences, Storage: which of them keep their couplings.</source>
        <translation>Was alle Aufträge auf dem Datenträger belegen. Einstellungen, Speicher: welche von ihnen ihre Kopplungen behalten.</translation>
    </message>
    <message>
        <source>The library has %1</source>
        <translation>Die Bibliothek hat %1</translation>
    </message>
    <message>
        <source>Its couplings were taken out to save space.</source>
        <translation>Seine Kopplungen wurden herausgenommen, um Platz zu sparen.</translation>
    </message>
    <message>
        <source>Recompute</source>
        <translation>Neu berechnen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Um&amp;benennen</translation>
    </message>
</context>
<context>
    <name>WhiteBox::MainWindow</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Coevolution</source>
        <translation>Koevolution</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>Array</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>%1 – White Box</source>
        <translation>%1 – White Box</translation>
    </message>
    <message>
        <source>White Box</source>
        <translation>White Box</translation>
    </message>
    <message>
        <source>pointer: %1</source>
        <translation>Mauszeiger: %1</translation>
    </message>
    <message>
        <source>the pasted text</source>
        <translation>der eingefügte Text</translation>
    </message>
    <message>
        <source>Drop to predict, a structure to compare with, or an array</source>
        <translation>Ablegen, um vorherzusagen, mit einer Struktur zu vergleichen oder ein Array anzusehen</translation>
    </message>
    <message>
        <source>Drop to predict, or an array to look at</source>
        <translation>Ablegen, um vorherzusagen oder ein Array anzusehen</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>Es laufen Aufträge</translation>
    </message>
    <message>
        <source>Closing White Box stops the running job. It can be resumed later. Close?</source>
        <translation>Wenn Sie White Box schließen, wird der laufende Auftrag angehalten. Er lässt sich später fortsetzen. Schließen?</translation>
    </message>
    <message>
        <source>There is no figure yet</source>
        <translation>Es gibt noch keine Abbildung</translation>
    </message>
    <message>
        <source>no pair is explained</source>
        <translation>kein Paar ist erklärt</translation>
    </message>
    <message>
        <source>Click a pair on the map.</source>
        <translation>Klicken Sie auf der Karte auf ein Paar.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New job</source>
        <translation>&amp;Neuer Auftrag</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>Dateien ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open the &amp;example</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open net&amp;work…</source>
        <translation>Ne&amp;tz öffnen…</translation>
    </message>
    <message>
        <source>Choose the &amp;database…</source>
        <translation>&amp;Datenbank wählen…</translation>
    </message>
    <message>
        <source>Couplings en&amp;gine</source>
        <translation>&amp;Kopplungsberechnung</translation>
    </message>
    <message>
        <source>&amp;Export panel…</source>
        <translation>&amp;Panel exportieren…</translation>
    </message>
    <message>
        <source>Export &amp;figure page…</source>
        <translation>Abbildungsse&amp;ite exportieren…</translation>
    </message>
    <message>
        <source>Export &amp;data…</source>
        <translation>D&amp;aten exportieren…</translation>
    </message>
    <message>
        <source>&amp;Copy panel</source>
        <translation>Panel k&amp;opieren</translation>
    </message>
    <message>
        <source>Copy &amp;values</source>
        <translation>&amp;Werte kopieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Built in (ccmpred&apos;s answer, faster)</source>
        <translation>&amp;Eingebaut (Ergebnis wie ccmpred, schneller)</translation>
    </message>
    <message>
        <source>An installed &amp;ccmpred</source>
        <translation>Installiertes &amp;ccmpred</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>To &amp;pair…</source>
        <translation>Zu &amp;Paar…</translation>
    </message>
    <message>
        <source>&amp;Next ranked pair</source>
        <translation>&amp;Nächstes Paar der Rangliste</translation>
    </message>
    <message>
        <source>P&amp;revious ranked pair</source>
        <translation>Vo&amp;riges Paar der Rangliste</translation>
    </message>
    <message>
        <source>Next &amp;false positive</source>
        <translation>Nächstes &amp;falsch positives Paar</translation>
    </message>
    <message>
        <source>&amp;Transpose the pair</source>
        <translation>Paar &amp;transponieren</translation>
    </message>
    <message>
        <source>Next &amp;view</source>
        <translation>Nächster B&amp;ereich</translation>
    </message>
    <message>
        <source>Previous vie&amp;w</source>
        <translation>Voriger Berei&amp;ch</translation>
    </message>
    <message>
        <source>&amp;Explain</source>
        <translation>&amp;Erklären</translation>
    </message>
    <message>
        <source>Next &amp;scale</source>
        <translation>Nächste &amp;Skala</translation>
    </message>
    <message>
        <source>Residue &amp;order</source>
        <translation>&amp;Restreihenfolge</translation>
    </message>
    <message>
        <source>As in ccmpred</source>
        <translation>Wie in ccmpred</translation>
    </message>
    <message>
        <source>Alphabet</source>
        <translation>Alphabet</translation>
    </message>
    <message>
        <source>Hydrophobicity</source>
        <translation>Hydrophobie</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Ladung</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Perspective %1 (%2)</source>
        <translation>Ansicht %1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Export this panel…</source>
        <translation>Dieses Panel exportieren…</translation>
    </message>
    <message>
        <source>Copy this panel</source>
        <translation>Dieses Panel kopieren</translation>
    </message>
    <message>
        <source>Export the figure page…</source>
        <translation>Abbildungsseite exportieren…</translation>
    </message>
    <message>
        <source>Open sequences, alignments, couplings, structures</source>
        <translation>Sequenzen, Alignments, Kopplungen, Strukturen öffnen</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The example builds a small one; or choose a FASTA file of proteins.</source>
        <translation>Das Beispiel erstellt eine kleine; oder eine FASTA-Datei mit Proteinen wählen.</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save session…</source>
        <translation>&amp;Sitzung speichern…</translation>
    </message>
    <message>
        <source>&amp;Paste a sequence or link</source>
        <translation>Sequenz oder Link ein&amp;fügen</translation>
    </message>
    <message>
        <source>E&amp;dit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Back to the pair before</source>
        <translation>&amp;Zurück zum Paar davor</translation>
    </message>
    <message>
        <source>F&amp;orward again</source>
        <translation>&amp;Wieder vorwärts</translation>
    </message>
    <message>
        <source>The 2018 &amp;talk</source>
        <translation>Der Vor&amp;trag von 2018</translation>
    </message>
    <message>
        <source>Its &amp;figures, for 1ABA Lys21–Phe33…</source>
        <translation>Seine &amp;Abbildungen, für 1ABA Lys21–Phe33…</translation>
    </message>
    <message>
        <source>The same for the &amp;selected pair…</source>
        <translation>Dasselbe für das &amp;gewählte Paar…</translation>
    </message>
    <message>
        <source>There is no result to save yet.</source>
        <translation>Es gibt noch kein Ergebnis zu speichern.</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>White Box session (*.whitebox)</source>
        <translation>White-Box-Sitzung (*.whitebox)</translation>
    </message>
    <message>
        <source>Open a result and click a pair on the map first.</source>
        <translation>Zuerst ein Ergebnis öffnen und ein Paar auf der Karte anklicken.</translation>
    </message>
    <message>
        <source>The figures of the talk</source>
        <translation>Die Abbildungen des Vortrags</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>The figure was not made</source>
        <translation>Die Abbildung wurde nicht erstellt</translation>
    </message>
    <message>
        <source>it could not be computed</source>
        <translation>sie konnte nicht berechnet werden</translation>
    </message>
    <message>
        <source>it still shows what was selected before</source>
        <translation>sie zeigt noch, was vorher gewählt war</translation>
    </message>
    <message>
        <source>Read the message in its panel, or choose another pair or method.</source>
        <translation>Lesen Sie die Meldung in ihrem Feld, oder wählen Sie ein anderes Paar oder Verfahren.</translation>
    </message>
    <message>
        <source>Wait until it shows the pair, then ask again.</source>
        <translation>Warten Sie, bis sie das Paar zeigt, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>&amp;Results of this window</source>
        <translation>E&amp;rgebnisse dieses Fensters</translation>
    </message>
    <message>
        <source>Set path…</source>
        <translation>Pfad setzen…</translation>
    </message>
</context>
<context>
    <name>WhiteBox::ManualView</name>
    <message>
        <source>Page of the manual</source>
        <translation>Seite des Handbuchs</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>%1 – White Box manual</source>
        <translation>%1 – White-Box-Handbuch</translation>
    </message>
    <message>
        <source>Not in the manual</source>
        <translation>Nicht im Handbuch</translation>
    </message>
</context>
<context>
    <name>WhiteBox::MatrixView</name>
    <message>
        <source>Distance map</source>
        <translation>Abstandskarte</translation>
    </message>
    <message>
        <source>: helix</source>
        <translation>: Helix</translation>
    </message>
    <message>
        <source>: strand</source>
        <translation>: Strang</translation>
    </message>
    <message>
        <source>: neither helix nor strand</source>
        <translation>: weder Helix noch Strang</translation>
    </message>
    <message>
        <source>; conservation %1, coverage %2 %</source>
        <translation>; Konservierung %1, Abdeckung %2 %</translation>
    </message>
    <message>
        <source>No pair selected</source>
        <translation>Kein Paar ausgewählt</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>Distance map of %1</source>
        <translation>Abstandskarte von %1</translation>
    </message>
</context>
<context>
    <name>WhiteBox::MessageBanner</name>
    <message>
        <source>Command: %1</source>
        <translation>Befehl: %1</translation>
    </message>
    <message>
        <source>Exit status: %1</source>
        <translation>Exit-Status: %1</translation>
    </message>
    <message>
        <source>Its last output:</source>
        <translation>Letzte Ausgabe:</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Meldung ausblenden</translation>
    </message>
    <message>
        <source>Copy the message, the command and its last output</source>
        <translation>Die Meldung, den Befehl und seine letzte Ausgabe kopieren</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: see the details</source>
        <translation>
            <numerusform>und %n weitere: siehe Details</numerusform>
            <numerusform>und %n weitere: siehe Details</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::PairHeatMap</name>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
</context>
<context>
    <name>WhiteBox::PairInspector</name>
    <message>
        <source> (%1 in %2: %3)</source>
        <translation> (%1 in %2: %3)</translation>
    </message>
    <message>
        <source>Pair inspector</source>
        <translation>Paarinspektor</translation>
    </message>
    <message>
        <source>Click a pair on the map: its distances, its truth and what explains it appear here.</source>
        <translation>Klicken Sie auf der Karte auf ein Paar: Hier erscheinen seine Abstände, seine Wahrheit und was es erklärt.</translation>
    </message>
    <message>
        <source>neighbours</source>
        <translation>benachbart</translation>
    </message>
    <message>
        <source>%1 residues apart</source>
        <translation>%1 Reste auseinander</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>Rank by Cβ–Cβ, |i−j| ≥ %1</source>
        <translation>Rang nach Cβ–Cβ, |i−j| ≥ %1</translation>
    </message>
    <message>
        <source>In the alignment</source>
        <translation>Im Alignment</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Conservation</source>
        <translation>Konservierung</translation>
    </message>
    <message>
        <source>Drop a PDB or mmCIF file on the window to see the truth.</source>
        <translation>Legen Sie eine PDB- oder mmCIF-Datei auf dem Fenster ab, um die Wahrheit zu sehen.</translation>
    </message>
    <message>
        <source>Coupling score</source>
        <translation>Kopplungswert</translation>
    </message>
    <message>
        <source>Its rank, |i−j| ≥ %1</source>
        <translation>Sein Rang, |i−j| ≥ %1</translation>
    </message>
    <message>
        <source>Nearer than %1 residues: close by the chain alone, not ranked.</source>
        <translation>Weniger als %1 Reste auseinander: schon durch die Kette nah, ohne Rang.</translation>
    </message>
</context>
<context>
    <name>WhiteBox::PatternsPanel</name>
    <message>
        <source>Mean over</source>
        <translation>Mittel über</translation>
    </message>
    <message>
        <source>Computing the mean over the set…</source>
        <translation>Das Mittel über die Menge wird berechnet…</translation>
    </message>
    <message>
        <source>Averaging the windows of the set…</source>
        <translation>Die Umgebungen der Menge werden gemittelt…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No pair of this protein belongs to the set: %1.</source>
        <translation>Kein Paar dieses Proteins gehört zur Menge: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 pairs, evenly spread</source>
        <translation>%1 von %2 Paaren, gleichmäßig verteilt</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs</source>
        <translation>
            <numerusform>%n Paar</numerusform>
            <numerusform>%n Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean over %1: %2. One protein shows a tendency, not a law.</source>
        <translation>Mittel über %1: %2. Ein einzelnes Protein zeigt eine Tendenz, kein Gesetz.</translation>
    </message>
    <message>
        <source>Mean %1</source>
        <translation>Mittel: %1</translation>
    </message>
    <message>
        <source>The mean window of a set of pairs</source>
        <translation>Die mittlere Umgebung einer Menge von Paaren</translation>
    </message>
    <message>
        <source>Å per unit of input</source>
        <translation>Å je Einheit der Eingabe</translation>
    </message>
    <message>
        <source>The mean is exactly zero</source>
        <translation>Das Mittel ist exakt null</translation>
    </message>
    <message>
        <source>Mean coevolution</source>
        <translation>Mittlere Koevolution</translation>
    </message>
    <message>
        <source>network input</source>
        <translation>Netzeingabe</translation>
    </message>
    <message>
        <source>favoured</source>
        <translation>bevorzugt</translation>
    </message>
    <message>
        <source>disfavoured</source>
        <translation>gemieden</translation>
    </message>
    <message>
        <source>True positives</source>
        <translation>Richtig positive</translation>
    </message>
    <message>
        <source>False positives</source>
        <translation>Falsch positive</translation>
    </message>
    <message>
        <source>Short-range contacts</source>
        <translation>Kurzreichweitige Kontakte</translation>
    </message>
    <message>
        <source>Medium-range contacts</source>
        <translation>Mittelreichweitige Kontakte</translation>
    </message>
    <message>
        <source>Long-range contacts</source>
        <translation>Langreichweitige Kontakte</translation>
    </message>
    <message>
        <source>Helix turns</source>
        <translation>Helixwindungen</translation>
    </message>
    <message>
        <source>Strand pairs</source>
        <translation>Strangpaare</translation>
    </message>
    <message>
        <source>predicted contacts that the structure confirms</source>
        <translation>vorhergesagte Kontakte, die die Struktur bestätigt</translation>
    </message>
    <message>
        <source>predicted contacts that are none in the structure</source>
        <translation>vorhergesagte Kontakte, die in der Struktur keine sind</translation>
    </message>
    <message>
        <source>predicted contacts 6 to 11 residues apart</source>
        <translation>vorhergesagte Kontakte im Sequenzabstand 6 bis 11</translation>
    </message>
    <message>
        <source>predicted contacts 12 to 23 residues apart</source>
        <translation>vorhergesagte Kontakte im Sequenzabstand 12 bis 23</translation>
    </message>
    <message>
        <source>predicted contacts 24 or more residues apart</source>
        <translation>vorhergesagte Kontakte im Sequenzabstand 24 oder mehr</translation>
    </message>
    <message>
        <source>residues 3 or 4 apart within a helix of the structure</source>
        <translation>Reste im Sequenzabstand 3 oder 4 in einer Helix der Struktur</translation>
    </message>
    <message>
        <source>residues of two strands in contact in the structure</source>
        <translation>Reste zweier Stränge, die in der Struktur in Kontakt sind</translation>
    </message>
</context>
<context>
    <name>WhiteBox::Perspectives</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>Array</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>WhiteBox::Png</name>
    <message>
        <source>The picture cannot be written</source>
        <translation>Das Bild kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation>Prüfen Sie den freien Platz und die Zugriffsrechte des Ordners.</translation>
    </message>
</context>
<context>
    <name>WhiteBox::PreferencesDialog</name>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>The example builds a small one; or name a FASTA file, or build Swiss-Prot below.</source>
        <translation>Das Beispiel erstellt eine kleine; oder eine FASTA-Datei nennen oder unten Swiss-Prot erstellen.</translation>
    </message>
    <message>
        <source>Proteins, FASTA, not compressed: %1 sequences, %2 residues, %3, of %4</source>
        <translation>Proteine, FASTA, nicht komprimiert: %1 Sequenzen, %2 Reste, %3, vom %4</translation>
    </message>
    <message>
        <source>Not made yet.</source>
        <translation>Noch nicht vorhanden.</translation>
    </message>
    <message>
        <source>%1 used, %2 free on this disk</source>
        <translation>%1 belegt, %2 frei auf diesem Datenträger</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Programme</translation>
    </message>
    <message>
        <source>The program jackhmmer</source>
        <translation>Das Programm jackhmmer</translation>
    </message>
    <message>
        <source>jackhmmer, as found in PATH</source>
        <translation>jackhmmer, wie in PATH gefunden</translation>
    </message>
    <message>
        <source>The program ccmpred</source>
        <translation>Das Programm ccmpred</translation>
    </message>
    <message>
        <source>ccmpred, as found in PATH</source>
        <translation>ccmpred, wie in PATH gefunden</translation>
    </message>
    <message>
        <source>&amp;jackhmmer: searches homologs of a sequence</source>
        <translation>&amp;jackhmmer: sucht Homologe einer Sequenz</translation>
    </message>
    <message>
        <source>&amp;ccmpred: another couplings engine, not needed</source>
        <translation>&amp;ccmpred: eine andere Kopplungsberechnung, nicht nötig</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>FASTA file to search homologs in</source>
        <translation>FASTA-Datei für die Suche nach Homologen</translation>
    </message>
    <message>
        <source>the example&apos;s small database</source>
        <translation>die kleine Datenbank des Beispiels</translation>
    </message>
    <message>
        <source>&amp;FASTA file of proteins that homologs are searched in</source>
        <translation>&amp;FASTA-Datei mit Proteinen, in der Homologe gesucht werden</translation>
    </message>
    <message>
        <source>C&amp;omputation</source>
        <translation>&amp;Berechnung</translation>
    </message>
    <message>
        <source>Built in (ccmpred&apos;s answer, faster)</source>
        <translation>Eingebaut (ccmpreds Antwort, schneller)</translation>
    </message>
    <message>
        <source>An installed ccmpred</source>
        <translation>Ein installiertes ccmpred</translation>
    </message>
    <message>
        <source>Couplings &amp;engine</source>
        <translation>&amp;Kopplungsberechnung</translation>
    </message>
    <message>
        <source>Network of later jobs</source>
        <translation>Netz späterer Aufträge</translation>
    </message>
    <message>
        <source>the network that comes with White Box</source>
        <translation>das Netz, das zu White Box gehört</translation>
    </message>
    <message>
        <source>Networks (*.safetensors *.pt *.pth *.ts);;All files (*)</source>
        <translation>Netze (*.safetensors *.pt *.pth *.ts);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netz</translation>
    </message>
    <message>
        <source>all processors</source>
        <translation>alle Prozessoren</translation>
    </message>
    <message>
        <source>Threads of a &amp;job</source>
        <translation>&amp;Threads eines Auftrags</translation>
    </message>
    <message>
        <source>&amp;Storage</source>
        <translation>&amp;Speicherplatz</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>Job library</source>
        <translation>Auftragsbibliothek</translation>
    </message>
    <message>
        <source>Databases built by White Box</source>
        <translation>Von White Box erstellte Datenbanken</translation>
    </message>
    <message>
        <source>To keep them elsewhere, set WHITEBOX_HOME to another folder before White Box starts.</source>
        <translation>Um sie woanders zu halten, WHITEBOX_HOME vor dem Start von White Box auf einen anderen Ordner setzen.</translation>
    </message>
    <message>
        <source>as set under Tools</source>
        <translation>wie unter Programme eingestellt</translation>
    </message>
    <message>
        <source>Still being checked</source>
        <translation>Wird noch geprüft</translation>
    </message>
    <message>
        <source>ccmpred was not found</source>
        <translation>ccmpred wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Set its path under Tools.</source>
        <translation>Den Pfad unter Programme einstellen.</translation>
    </message>
    <message numerus="yes">
        <source>Search, couplings and prediction of later jobs; this computer has %n processors.</source>
        <translation>
            <numerusform>Suche, Kopplungen und Vorhersage späterer Aufträge; dieser Rechner hat %n Prozessor.</numerusform>
            <numerusform>Suche, Kopplungen und Vorhersage späterer Aufträge; dieser Rechner hat %n Prozessoren.</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be used. Mend it, or clear the line for the default.</source>
        <translation>Dies ist nicht brauchbar. Berichtigen, oder die Zeile für die Voreinstellung leeren.</translation>
    </message>
    <message>
        <source>&amp;Keep the couplings of jobs</source>
        <translation>&amp;Kopplungen von Aufträgen behalten</translation>
    </message>
</context>
<context>
    <name>WhiteBox::RandomisationPanel</name>
    <message>
        <source>nothing (it is exactly zero)</source>
        <translation>keine (sie ist exakt null)</translation>
    </message>
    <message>
        <source>A method that explains this network falls to about 0 when its weights are random (Adebayo et al. 2018). With the output&apos;s layer random the %1 keeps %2, with all layers %3.</source>
        <translation>Eine Methode, die dieses Netz erklärt, fällt bei Zufallsgewichten auf etwa 0 (Adebayo et al. 2018). Verbleibende Ähnlichkeit (%1): mit zufälliger Ausgabeschicht %2, mit lauter zufälligen Schichten %3.</translation>
    </message>
    <message>
        <source> Medians over %1 networks a step.</source>
        <translation> Mediane über %1 Netze je Schritt.</translation>
    </message>
    <message>
        <source> %1 of %2 have no active path to this pair and are left out.</source>
        <translation> %1 von %2 haben keinen aktiven Pfad zu diesem Paar und sind ausgelassen.</translation>
    </message>
    <message>
        <source>Spearman, values</source>
        <translation>Spearman, Werte</translation>
    </message>
    <message>
        <source>Spearman, magnitudes</source>
        <translation>Spearman, Beträge</translation>
    </message>
    <message>
        <source>SSIM of the tiles</source>
        <translation>SSIM der Kacheln</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>Click a pair on the map</source>
        <translation>Paar auf der Karte anklicken</translation>
    </message>
    <message>
        <source>Likeness to the picture of the network with random weights</source>
        <translation>Ähnlichkeit zum Bild des Netzes mit Zufallsgewichten</translation>
    </message>
    <message>
        <source>layers randomised, from the output</source>
        <translation>zufällige Schichten, ab der Ausgabe</translation>
    </message>
</context>
<context>
    <name>WhiteBox::RecentFiles</name>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>&amp;Forget them</source>
        <translation>&amp;Vergessen</translation>
    </message>
</context>
<context>
    <name>WhiteBox::ReceptiveFieldView</name>
    <message>
        <source>Receptive field</source>
        <translation>Rezeptives Feld</translation>
    </message>
    <message>
        <source>Σ|gradient| at Δi %1, Δj %2: %3</source>
        <translation>Σ|Gradient| bei Δi %1, Δj %2: %3</translation>
    </message>
    <message>
        <source>Receptive field: Σ|gradient| over 21×21</source>
        <translation>Rezeptives Feld: Σ|Gradient| über 21×21</translation>
    </message>
    <message>
        <source>mean |gradient|</source>
        <translation>mittlerer |Gradient|</translation>
    </message>
    <message>
        <source>distance from the centre, pairs</source>
        <translation>Abstand von der Mitte, Paare</translation>
    </message>
    <message>
        <source>distance, pairs</source>
        <translation>Abstand, Paare</translation>
    </message>
    <message>
        <source>mean |gradient| at distance %1: %2 %3</source>
        <translation>mittlerer |Gradient| im Abstand %1: %2 %3</translation>
    </message>
    <message>
        <source>mean |gradient|, %1</source>
        <translation>mittlerer |Gradient|, %1</translation>
    </message>
</context>
<context>
    <name>WhiteBox::ScatterGrid</name>
    <message>
        <source>gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>Gradient against coevolution</source>
        <translation>Gradient gegen Koevolution</translation>
    </message>
    <message>
        <source>Gradient against coevolution, all amino-acid pairs, %1</source>
        <translation>Gradient gegen Koevolution, alle Aminosäurepaare, %1</translation>
    </message>
    <message>
        <source>Gradient against coevolution, %1 to %2</source>
        <translation>Gradient gegen Koevolution, %1 bis %2</translation>
    </message>
    <message>
        <source>Gradient against coevolution, %1 chosen pairs</source>
        <translation>Gradient gegen Koevolution, %1 gewählte Paare</translation>
    </message>
    <message>
        <source>Gradient against coevolution, %1</source>
        <translation>Gradient gegen Koevolution, %1</translation>
    </message>
    <message>
        <source>; shade: log of the count</source>
        <translation>; Tönung: Log der Anzahl</translation>
    </message>
    <message>
        <source>%1 at Δi %2, Δj %3: input %4, gradient %5</source>
        <translation>%1 bei Δi %2, Δj %3: Eingabe %4, Gradient %5</translation>
    </message>
    <message>
        <source>→ input ±%1   ↑ gradient ±%2 %3; beyond: on the edge%4</source>
        <translation>→ Eingabe ±%1   ↑ Gradient ±%2 %3; darüber: am Rand%4</translation>
    </message>
</context>
<context>
    <name>WhiteBox::ScatterPanel</name>
    <message>
        <source>Amino-acid pairs</source>
        <translation>Aminosäurepaare</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Getippte</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>AR, DK …</source>
        <translation>AR, DK …</translation>
    </message>
    <message>
        <source>Amino-acid pairs to show</source>
        <translation>Anzuzeigende Aminosäurepaare</translation>
    </message>
    <message>
        <source>Up to %1 pairs of amino acids such as AR, DK; &quot;-&quot; is the gap. Enter shows them.</source>
        <translation>Bis zu %1 Aminosäurepaare wie AR, DK; „-“ ist die Lücke. Die Eingabetaste zeigt sie an.</translation>
    </message>
</context>
<context>
    <name>WhiteBox::ShortcutSheet</name>
    <message>
        <source>Elsewhere</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>WhiteBox::SignPanel</name>
    <message>
        <source>Click a pair on the map</source>
        <translation>Paar auf der Karte anklicken</translation>
    </message>
    <message>
        <source>%1 × sign of the coupling</source>
        <translation>%1 × Vorzeichen der Kopplung</translation>
    </message>
    <message>
        <source>with the coupling&apos;s sign</source>
        <translation>mit dem Kopplungsvorzeichen</translation>
    </message>
    <message>
        <source>against it</source>
        <translation>dagegen</translation>
    </message>
    <message>
        <source>Gradient is exactly zero: no active path</source>
        <translation>Gradient ist exakt null: kein aktiver Pfad</translation>
    </message>
    <message>
        <source>%1 % of the gradient&apos;s magnitude has the sign of its coupling (more of what is there %2), %3 % the opposite.</source>
        <translation>%1 % des Gradientenbetrags haben das Vorzeichen ihrer Kopplung (mehr vom Vorhandenen %2), %3 % das entgegengesetzte.</translation>
    </message>
</context>
<context>
    <name>WhiteBox::StartPage</name>
    <message>
        <source>Open the example</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>CheY of E. coli: a live search, couplings, prediction; about a minute</source>
        <translation>CheY aus E. coli: eine echte Suche, Kopplungen, Vorhersage; etwa eine Minute</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen…</translation>
    </message>
    <message>
        <source>Drop a FASTA, alignment, coupling file or structure here</source>
        <translation>FASTA-, Alignment-, Kopplungs- oder Strukturdatei hier ablegen</translation>
    </message>
    <message>
        <source>or paste a sequence (Ctrl+V).
White Box predicts its residue distances and shows which couplings moved each of them.
Arrays (NPY, HDF5) that are dropped alone open in the array scroller.</source>
        <translation>oder eine Sequenz einfügen (Strg+V).
White Box sagt ihre Restabstände vorher und zeigt, welche Kopplungen jeden davon verschoben haben.
Arrays (NPY, HDF5), die allein abgelegt werden, öffnen sich im Array-Betrachter.</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Checked at %1: everything is there.</source>
        <translation>Geprüft um %1: alles ist da.</translation>
    </message>
    <message numerus="yes">
        <source>Checked at %1: %n missing.</source>
        <translation>
            <numerusform>Geprüft um %1: %n fehlt.</numerusform>
            <numerusform>Geprüft um %1: %n fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the FASTA file that sequences are searched in</source>
        <translation>Die FASTA-Datei wählen, in der Sequenzen gesucht werden</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Use the built-in</source>
        <translation>Eingebaute nehmen</translation>
    </message>
</context>
<context>
    <name>WhiteBox::StatisticsPanel</name>
    <message>
        <source>Lowest value of the colours</source>
        <translation>Niedrigster Wert der Farben</translation>
    </message>
    <message>
        <source>Highest value of the colours</source>
        <translation>Höchster Wert der Farben</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>No numbers</source>
        <translation>Keine Zahlen</translation>
    </message>
    <message>
        <source>%1 values: min %2, max %3, mean %4, sd %5, %6&#xa0;% zeros</source>
        <translation>%1 Werte: Min. %2, Max. %3, Mittel %4, SD %5, %6&#xa0;% Nullen</translation>
    </message>
    <message>
        <source>; %1 without a number</source>
        <translation>; %1 ohne Zahl</translation>
    </message>
</context>
<context>
    <name>WhiteBox::StorageBox</name>
    <message>
        <source>Trim now…</source>
        <translation>Jetzt verschlanken…</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Verschlanken</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>Alle behalten</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>for some days</source>
        <translation>für einige Tage</translation>
    </message>
    <message>
        <source>of the newest jobs</source>
        <translation>der neuesten Aufträge</translation>
    </message>
    <message>
        <source>up to a size of the library</source>
        <translation>bis zu einer Größe der Bibliothek</translation>
    </message>
    <message>
        <source>Which jobs keep their couplings</source>
        <translation>Welche Aufträge ihre Kopplungen behalten</translation>
    </message>
    <message>
        <source>Days, jobs or GB</source>
        <translation>Tage, Aufträge oder GB</translation>
    </message>
    <message>
        <source>Done: %1 won, the library has %2 now.</source>
        <translation>Fertig: %1 gewonnen, die Bibliothek hat jetzt %2.</translation>
    </message>
    <message numerus="yes">
        <source> days</source>
        <translation>
            <numerusform> Tag</numerusform>
            <numerusform> Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> jobs</source>
        <translation>
            <numerusform> Auftrag</numerusform>
            <numerusform> Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Nothing is taken out of the library but what you delete.</source>
        <translation>Aus der Bibliothek wird nichts herausgenommen, als was Sie löschen.</translation>
    </message>
    <message>
        <source>Of the other jobs the couplings go, by far the largest part of a result, when White Box starts and when a job ends. Distances, scores and alignment stay, and the couplings can be computed again.</source>
        <translation>Von den anderen Aufträgen gehen die Kopplungen, der weitaus größte Teil eines Ergebnisses, wenn White Box startet und wenn ein Auftrag endet. Abstände, Kopplungswerte und Alignment bleiben, und die Kopplungen können neu berechnet werden.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>Nothing to trim: the library has %1, and every job keeps its couplings by this choice.</source>
        <translation>Nichts zu verschlanken: Die Bibliothek hat %1, und nach dieser Wahl behält jeder Auftrag seine Kopplungen.</translation>
    </message>
    <message numerus="yes">
        <source>The couplings of %n jobs go: %1 of %2. The open result, jobs that are queued or running, and couplings that were given stay.</source>
        <translation>
            <numerusform>Die Kopplungen von %n Auftrag gehen: %1 von %2. Das offene Ergebnis, wartende und laufende Aufträge und gegebene Kopplungen bleiben.</numerusform>
            <numerusform>Die Kopplungen von %n Aufträgen gehen: %1 von %2. Das offene Ergebnis, wartende und laufende Aufträge und gegebene Kopplungen bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Trimming…</source>
        <translation>Wird verschlankt…</translation>
    </message>
    <message numerus="yes">
        <source>Also what %n unfinished jobs left: %1</source>
        <translation>
            <numerusform>Auch, was %n unfertiger Auftrag hinterließ: %1</numerusform>
            <numerusform>Auch, was %n unfertige Aufträge hinterließen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled, failed and interrupted jobs. What their searches found stays; resumed, they compute their couplings from the start.</source>
        <translation>Abgebrochene, fehlgeschlagene und unterbrochene Aufträge. Was ihre Suchen gefunden haben, bleibt; fortgesetzt berechnen sie ihre Kopplungen von vorn.</translation>
    </message>
    <message>
        <source>What unfinished jobs left can go, too: when they are resumed, they compute their couplings from the start.</source>
        <translation>Auch was unfertige Aufträge hinterließen, kann weg: Fortgesetzt berechnen sie ihre Kopplungen von vorn.</translation>
    </message>
    <message>
        <source>What unfinished jobs left is enough: every finished job keeps its couplings.</source>
        <translation>Was unfertige Aufträge hinterlassen haben, genügt: Jeder fertige Auftrag behält seine Kopplungen.</translation>
    </message>
</context>
<context>
    <name>WhiteBox::Structure</name>
    <message>
        <source>%1 of %2 aligned residues of %3 have no Cβ: Cα is used.</source>
        <translation>%1 von %2 alignierten Resten von %3 haben kein Cβ: Cα wird verwendet.</translation>
    </message>
</context>
<context>
    <name>WhiteBox::StudyPanel</name>
    <message>
        <source>Computing for pair %1, %2…</source>
        <translation>Berechnung für Paar %1, %2…</translation>
    </message>
</context>
<context>
    <name>WhiteBox::SwissProtBox</name>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Swiss-Prot from the Debian package metastudent-data</source>
        <translation>Swiss-Prot aus dem Debian-Paket metastudent-data</translation>
    </message>
    <message>
        <source>&amp;Build and choose</source>
        <translation>&amp;Erstellen und wählen</translation>
    </message>
    <message>
        <source>S&amp;top building</source>
        <translation>Ab&amp;brechen</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>Ko&amp;pieren</translation>
    </message>
    <message>
        <source>Look a&amp;gain</source>
        <translation>Erneut nach&amp;sehen</translation>
    </message>
    <message>
        <source>The package is installed, with the entries of Swiss-Prot %1 that carry GO terms. The database takes about %2.</source>
        <translation>Das Paket ist installiert, mit den Einträgen von Swiss-Prot %1, die GO-Begriffe tragen. Die Datenbank belegt etwa %2.</translation>
    </message>
    <message>
        <source>Building Swiss-Prot %1…</source>
        <translation>Swiss-Prot %1 wird erstellt…</translation>
    </message>
    <message>
        <source>Swiss-Prot %1 was built before. It is chosen above.</source>
        <translation>Swiss-Prot %1 wurde früher erstellt. Es ist oben gewählt.</translation>
    </message>
    <message>
        <source>Swiss-Prot %1 is built: %2 sequences, %3 residues. It is chosen above.</source>
        <translation>Swiss-Prot %1 ist erstellt: %2 Sequenzen, %3 Reste. Es ist oben gewählt.</translation>
    </message>
    <message>
        <source>The package holds 516,371 entries of Swiss-Prot of January 2014: those that carry GO terms. It is not installed: %1 to download, %2 unpacked. The database built from it takes %3 more. Install it in a terminal:</source>
        <translation>Das Paket enthält 516.371 Einträge von Swiss-Prot vom Januar 2014: jene, die GO-Begriffe tragen. Es ist nicht installiert: %1 herunterzuladen, %2 entpackt. Die daraus erstellte Datenbank braucht weitere %3. In einem Terminal installieren:</translation>
    </message>
</context>
<context>
    <name>WhiteBox::TalkMaker</name>
    <message>
        <source>The talk&apos;s figures cannot be drawn</source>
        <translation>Die Abbildungen des Vortrags können nicht gezeichnet werden</translation>
    </message>
    <message>
        <source>the program %1 is not beside this one</source>
        <translation>das Programm %1 liegt nicht neben diesem</translation>
    </message>
    <message>
        <source>Install White Box whole.</source>
        <translation>White Box vollständig installieren.</translation>
    </message>
    <message>
        <source>Preparing the figures of the talk…</source>
        <translation>Die Abbildungen des Vortrags werden vorbereitet…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The 2018 talk</source>
        <translation>Der Vortrag von 2018</translation>
    </message>
    <message>
        <source>The talk&apos;s figures were not made</source>
        <translation>Die Abbildungen des Vortrags wurden nicht erstellt</translation>
    </message>
    <message>
        <source>the program that draws them ended</source>
        <translation>das Programm, das sie zeichnet, endete</translation>
    </message>
    <message>
        <source>Try whitebox-cli figures --talk in a terminal.</source>
        <translation>In einem Terminal whitebox-cli figures --talk versuchen.</translation>
    </message>
    <message>
        <source>The talk&apos;s figures were not begun</source>
        <translation>Die Abbildungen des Vortrags wurden nicht begonnen</translation>
    </message>
    <message>
        <source>those asked for before are still being drawn, or just being stopped</source>
        <translation>die zuvor verlangten werden noch gezeichnet oder gerade abgebrochen</translation>
    </message>
    <message>
        <source>Wait for them, then ask again.</source>
        <translation>Auf sie warten, dann noch einmal verlangen.</translation>
    </message>
    <message>
        <source>Page %1 of %2: %3</source>
        <translation>Seite %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>WhiteBox::TileMosaic</name>
    <message>
        <source>%1 at Δi %2, Δj %3</source>
        <translation>%1 bei Δi %2, Δj %3</translation>
    </message>
    <message>
        <source>outside the protein</source>
        <translation>außerhalb des Proteins</translation>
    </message>
    <message>
        <source>row %1, column %2, sum %3 %4</source>
        <translation>Zeile %1, Spalte %2, Summe %3 %4</translation>
    </message>
</context>
<context>
    <name>WhiteBox::TrustPanel</name>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>%1 Å = inputs %2 + biases %3, residual %4 Å</source>
        <translation>%1 Å = Eingaben %2 + Bias %3, Residuum %4 Å</translation>
    </message>
    <message>
        <source>Finite differences</source>
        <translation>Finite Differenzen</translation>
    </message>
    <message>
        <source>%1 inputs, at most %2 % off</source>
        <translation>%1 Eingaben, höchstens %2 % Abweichung</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>Symmetrie</translation>
    </message>
    <message>
        <source>Deconvnet&apos;s constancy</source>
        <translation>Deconvnet-Konstanz</translation>
    </message>
    <message>
        <source>changes by %1 % from pair %2 to %3</source>
        <translation>ändert sich um %1 % von Paar %2 zu %3</translation>
    </message>
    <message>
        <source>Trust tests</source>
        <translation>Vertrauensprüfungen</translation>
    </message>
    <message>
        <source>Click a pair on the map: here stands what its explanation is worth.</source>
        <translation>Klicken Sie auf der Karte auf ein Paar: Hier steht, was seine Erklärung wert ist.</translation>
    </message>
    <message>
        <source>The tab Random asks the hardest question: does the picture depend on what the network has learnt?</source>
        <translation>Die schwerste Frage stellt der Reiter „Zufall“: Hängt das Bild von dem ab, was das Netz gelernt hat?</translation>
    </message>
    <message>
        <source>%1 Å − %2 Å without couplings = %3, residual %4 Å</source>
        <translation>%1 Å − %2 Å ohne Kopplungen = %3, Residuum %4 Å</translation>
    </message>
    <message>
        <source>(j, i) differs by %1 Å, its picture%2 correlates %3</source>
        <translation>(j, i) weicht um %1 Å ab, das Bild%2 korreliert %3</translation>
    </message>
</context>
<context>
    <name>WhiteBox::ViewSettings</name>
    <message>
        <source>Plain gradient</source>
        <translation>Einfacher Gradient</translation>
    </message>
    <message>
        <source>Backward deconvnet</source>
        <translation>Deconvnet rückwärts</translation>
    </message>
    <message>
        <source>Guided backprop</source>
        <translation>Guided Backprop</translation>
    </message>
    <message>
        <source>Plain gradient: exact, but only for infinitely small changes of the couplings.</source>
        <translation>Einfacher Gradient: exakt, aber nur für unendlich kleine Änderungen der Kopplungen.</translation>
    </message>
    <message>
        <source>Deconvnet ignores the input: without pooling, away from the borders its tiles are the same for every pair and every protein.</source>
        <translation>Deconvnet ignoriert die Eingabe: Ohne Pooling sind seine Kacheln abseits der Ränder für jedes Paar und jedes Protein gleich.</translation>
    </message>
    <message>
        <source>Guided backprop may not depend on the model: it changes too little when weights are randomised (Adebayo et al. 2018). Compare with the plain gradient.</source>
        <translation>Guided Backpropagation hängt womöglich nicht vom Modell ab: Bei Zufallsgewichten ändert sie sich zu wenig (Adebayo et al. 2018). Vergleichen Sie mit dem einfachen Gradienten.</translation>
    </message>
    <message>
        <source>Plain gradient: exact only for infinitely small changes.</source>
        <translation>Einfacher Gradient: exakt nur für unendlich kleine Änderungen.</translation>
    </message>
    <message>
        <source>Deconvnet ignores the input: the same tiles for every pair.</source>
        <translation>Deconvnet ignoriert die Eingabe: gleiche Kacheln für jedes Paar.</translation>
    </message>
    <message>
        <source>Guided backprop may not depend on the model: compare with the plain gradient.</source>
        <translation>Guided Backpropagation hängt womöglich nicht vom Modell ab: mit dem einfachen Gradienten vergleichen.</translation>
    </message>
    <message>
        <source>raises distance</source>
        <translation>vergrößert den Abstand</translation>
    </message>
    <message>
        <source>lowers distance</source>
        <translation>verkleinert den Abstand</translation>
    </message>
    <message>
        <source>Input × gradient</source>
        <translation>Eingabe × Gradient</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Integrierte Gradienten</translation>
    </message>
    <message>
        <source>SmoothGrad</source>
        <translation>SmoothGrad</translation>
    </message>
    <message>
        <source>plain gradient</source>
        <translation>einfacher Gradient</translation>
    </message>
    <message>
        <source>backward deconvnet</source>
        <translation>Rückwärts-Deconvnet</translation>
    </message>
    <message>
        <source>guided backprop</source>
        <translation>Guided Backprop</translation>
    </message>
    <message>
        <source>input × gradient</source>
        <translation>Eingabe × Gradient</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>integrierte Gradienten</translation>
    </message>
    <message>
        <source>Input × gradient sums up to the distance with the biases&apos; part, but looks like the input: large couplings stand out whatever the network makes of them (Adebayo et al. 2018).</source>
        <translation>Eingabe × Gradient ergibt mit dem Anteil der Biases den Abstand, sieht aber aus wie die Eingabe: große Kopplungen fallen auf, was auch immer das Netz aus ihnen macht (Adebayo et al. 2018).</translation>
    </message>
    <message>
        <source>Integrated gradients sum up to the change from no couplings at all: a starting point that is no protein, and the picture depends on it (Sundararajan et al. 2017).</source>
        <translation>Integrierte Gradienten ergeben in der Summe den Unterschied zu gar keinen Kopplungen: ein Ausgangspunkt, der kein Protein ist, und das Bild hängt von ihm ab (Sundararajan et al. 2017).</translation>
    </message>
    <message>
        <source>SmoothGrad is the mean of plain gradients at 32 noisy inputs, which are no proteins: its values belong to no single prediction (Smilkov et al. 2017).</source>
        <translation>SmoothGrad ist das Mittel einfacher Gradienten bei 32 verrauschten Eingaben, die keine Proteine sind: seine Werte gehören zu keiner einzelnen Vorhersage (Smilkov et al. 2017).</translation>
    </message>
    <message>
        <source>Input × gradient looks like the input: compare with the plain gradient.</source>
        <translation>Eingabe × Gradient sieht aus wie die Eingabe: mit dem einfachen Gradienten vergleichen.</translation>
    </message>
    <message>
        <source>Integrated gradients start from no couplings, which is no protein.</source>
        <translation>Integrierte Gradienten beginnen ohne Kopplungen, was kein Protein ist.</translation>
    </message>
    <message>
        <source>SmoothGrad averages over noisy inputs, which are no proteins.</source>
        <translation>SmoothGrad mittelt über verrauschte Eingaben, die keine Proteine sind.</translation>
    </message>
    <message>
        <source>Å</source>
        <translation>Å</translation>
    </message>
    <message>
        <source>Å per unit of input</source>
        <translation>Å je Einheit der Eingabe</translation>
    </message>
    <message>
        <source>, by %1</source>
        <translation>, Verfahren: %1</translation>
    </message>
</context>
<context>
    <name>WhiteBox::VisitedMenu</name>
    <message>
        <source>%1 (session %2)</source>
        <translation>%1 (Sitzung %2)</translation>
    </message>
    <message>
        <source>Job %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
</context>
<context>
    <name>WhiteBox::WhatIfPanel</name>
    <message>
        <source>original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>shifted by %1</source>
        <translation>um %1 verschoben</translation>
    </message>
    <message>
        <source>random signs</source>
        <translation>zufällige Vorzeichen</translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>all at percentile %1</source>
        <translation>alle auf Perzentil %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>all at percentile 5, 50 and 95</source>
        <translation>alle auf Perzentil 5, 50 und 95</translation>
    </message>
    <message>
        <source>All inputs</source>
        <translation>Alle Eingaben</translation>
    </message>
    <message>
        <source>Click a pair on the map</source>
        <translation>Paar auf der Karte anklicken</translation>
    </message>
    <message>
        <source>Gradient is exactly zero: no active path</source>
        <translation>Gradient ist exakt null: kein aktiver Pfad</translation>
    </message>
    <message>
        <source>%1: %2 Å</source>
        <translation>%1: %2 Å</translation>
    </message>
    <message>
        <source>one scale for all</source>
        <translation>eine Skala für alle</translation>
    </message>
    <message>
        <source>One scale for all, that of the strongest: ±%1 %2.</source>
        <translation>Eine Skala für alle, die des stärksten: ±%1 %2.</translation>
    </message>
    <message>
        <source>The same pair with other inputs</source>
        <translation>Dasselbe Paar mit anderen Eingaben</translation>
    </message>
</context>
<context>
    <name>WhiteBox::Workbench</name>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>Preparing the example&apos;s database…</source>
        <translation>Die Datenbank des Beispiels wird vorbereitet…</translation>
    </message>
    <message>
        <source>the example</source>
        <translation>das Beispiel</translation>
    </message>
    <message numerus="yes">
        <source>%n jobs were queued.</source>
        <translation>
            <numerusform>%n Auftrag wurde eingereiht.</numerusform>
            <numerusform>%n Aufträge wurden eingereiht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>%1 is ready: open a result, then the network, to see what it makes of it.</source>
        <translation>%1 ist bereit: Öffnen Sie ein Ergebnis, dann das Netz, um zu sehen, was es daraus macht.</translation>
    </message>
    <message>
        <source>Predicting with %1…</source>
        <translation>Vorhersage mit %1…</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1 wird geschrieben…</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>False positives need a truth: drop a PDB or mmCIF file on the window.</source>
        <translation>Falsch positive Paare brauchen eine Wahrheit: Legen Sie eine PDB- oder mmCIF-Datei auf dem Fenster ab.</translation>
    </message>
    <message>
        <source>None of the marked pairs is a false positive.</source>
        <translation>Keines der markierten Paare ist falsch positiv.</translation>
    </message>
    <message>
        <source>%1: computed on %2 with the same database, versions and parameters. The stored result is shown. Run it again?</source>
        <translation>%1: am %2 mit derselben Datenbank, denselben Versionen und Parametern berechnet. Das gespeicherte Ergebnis wird gezeigt. Neu berechnen?</translation>
    </message>
    <message>
        <source>The session cannot be shown</source>
        <translation>Die Sitzung kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>its job was not finished: it holds no distances</source>
        <translation>ihr Auftrag war nicht fertig: sie enthält keine Abstände</translation>
    </message>
    <message>
        <source>Open the alignment or the couplings it began with.</source>
        <translation>Das Alignment oder die Kopplungen öffnen, mit denen er begann.</translation>
    </message>
    <message>
        <source>Reading the input of %1…</source>
        <translation>Die Eingabe von %1 wird gelesen…</translation>
    </message>
    <message>
        <source>%1 has no result</source>
        <translation>%1 hat kein Ergebnis</translation>
    </message>
    <message>
        <source>the job is %1</source>
        <translation>der Auftrag ist im Zustand: %1</translation>
    </message>
    <message>
        <source>Resume it, or run it again.</source>
        <translation>Ihn fortsetzen oder neu berechnen.</translation>
    </message>
    <message>
        <source>No job can be run</source>
        <translation>Es kann kein Auftrag laufen</translation>
    </message>
    <message>
        <source>the job library could not be opened</source>
        <translation>die Auftragsbibliothek ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Check its folder, and start White Box again.</source>
        <translation>Ihren Ordner prüfen und White Box neu starten.</translation>
    </message>
    <message>
        <source>%1, which was open the last time, is no longer there: %2 was not opened again. Open the session from where it lies now.</source>
        <translation>%1 war zuletzt geöffnet und ist nicht mehr da: %2 wurde nicht wieder geöffnet. Die Sitzung dort öffnen, wo sie jetzt liegt.</translation>
    </message>
</context>
<context>
    <name>whitebox</name>
    <message>
        <source>Which couplings moved a predicted residue distance, and whether to believe it.</source>
        <translation>Welche Kopplungen einen vorhergesagten Restabstand verschoben haben und ob man ihm trauen kann.</translation>
    </message>
    <message>
        <source>Open the example, CheY of E. coli: a live search.</source>
        <translation>Das Beispiel öffnen, CheY aus E. coli: eine echte Suche.</translation>
    </message>
    <message>
        <source>With --example: drop the example on the window, click a long-range contact, write window.png, figure.pdf, figure.png and result.h5 into FOLDER, and end. Needs no display with QT_QPA_PLATFORM=offscreen.</source>
        <translation>Mit --example: das Beispiel auf dem Fenster ablegen, einen in der Kette weit entfernten Kontakt anklicken, window.png, figure.pdf, figure.png und result.h5 in FOLDER schreiben und enden. Braucht mit QT_QPA_PLATFORM=offscreen keinen Bildschirm.</translation>
    </message>
    <message>
        <source>Colours: system, light or dark.</source>
        <translation>Farben: system, light oder dark.</translation>
    </message>
    <message>
        <source>whitebox: --demo-output goes with --example</source>
        <translation>whitebox: --demo-output gehört zu --example</translation>
    </message>
    <message>
        <source>Sequences, alignments, couplings, structures; those of one protein together. NPY and HDF5 files open in the array scroller. A link whitebox://job/ID opens a job of the library. A window that is open already takes them.</source>
        <translation>Sequenzen, Alignments, Kopplungen, Strukturen; die eines Proteins zusammen. NPY- und HDF5-Dateien öffnen sich im Array-Betrachter. Ein Link whitebox://job/KENNUNG öffnet einen Auftrag der Bibliothek. Ein schon offenes Programmfenster übernimmt sie.</translation>
    </message>
</context>
</TS>
