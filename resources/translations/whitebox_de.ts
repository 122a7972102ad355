<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AboutDialog</name>
    <message>
        <source>window, processes, files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>library of jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>results and arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear algebra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mmCIF, within gemmi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ccmpred&apos;s binary couplings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compressed files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whitebox-cli&apos;s arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TorchScript networks; a plugin, loaded for them alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>homolog search; the program jackhmmer, run beside this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batlow, vik, berlin; F. Crameri</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlignmentReader</name>
    <message>
        <source>this is no alignment in a known format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stockholm, A2M, A3M, aligned FASTA and .aln are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query was row %1; it was moved to the front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row is the query “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the alignment alone (its first row is then the query), or align the query to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 columns were dropped in which the query has a gap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alignment holds the query alone: there are no homologs to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the query has %1 residues, expected %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the alignment of one domain of the protein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in column %2 belongs in no alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows hold one-letter residues and gaps only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected %1 columns, found %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All rows of an alignment have one length: align the sequences first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residues before the first “&gt;” line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a line with “&gt;” and a name before each row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name without residues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stockholm rows are a name, blanks and the aligned residues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected “# STOCKHOLM 1.0”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole alignment as a program wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text after the “//” that ends the alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the RF line has %1 columns, the rows have %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the alignment has no rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the “//” at the end is missing: the file was cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the whole file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds %1 alignments; the first was taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ccmpred</name>
    <message>
        <source>The couplings could not be computed by ccmpred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command to try it in a terminal, or use the built-in engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not open its input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder for its files can be read, and run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not write its results, which it finds out only at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and who may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it found a &apos;&gt;&apos; in its input, which must be .aln, not FASTA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it aborted (signal 6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it crashed (signal 11), as it does where memory or its numbers overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something killed it, perhaps for want of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or take a part of the protein (a domain).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was ended from outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it found too little memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not know the options used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install ccmpred 0.3.3, or use the built-in engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ended with status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set its path, or use the built-in engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it stopped without saying how its optimiser ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it said that it is done but wrote no couplings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColorScale</name>
    <message>
        <source>Å</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Memory ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system has no more to give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or take a part of the protein (a domain).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleDatabase</name>
    <message>
        <source>The example&apos;s database cannot be built</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file of the packages mmseqs2-examples and freecontact is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install them: apt-get install mmseqs2-examples freecontact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FastaReader</name>
    <message>
        <source>The header has no name; it was called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no header line; the sequence was called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its %1 lines were joined to one sequence of %2 residues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header found but no sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header line seems to hold the sequence too: put the sequence on a line of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the residues on the lines below the header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chains joined by “:”, but one chain only can be predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one chain (1 to %1), or give each a record of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain %1 of %2 was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gap at position %1: is this an alignment?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import it as an alignment (two rows or more), or remove the gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gaps were removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The “*” at the end was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stop (“*”) inside the sequence, at position %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the sequence of one protein, without stops inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sequence is too short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 residues, at least %2 are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole sequence of the protein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sequence is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 residues, at most %2 can be searched with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a domain of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sequence is shorter than the network&apos;s window (%1): its windows are padded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much of the sequence is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 residues are X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a sequence with at most %1 % of X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 residues are unknown (X).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the sequence is of low complexity: a search may find unrelated proteins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sequence was taken from the header line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 blanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 among the residues was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 among the residues were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in column %2 belongs in no protein sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers begin with “&gt;”; all other lines hold one-letter residues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sequence was found in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a sequence in FASTA format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 sequences: this looks like a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name it as the database to search, and give the query alone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureCaption</name>
    <message>
        <source>Job %1: %2, %3 residues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 homologs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> found by jackhmmer in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network %1 of %2, SHA-256 of its weights %3; White Box %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one scale, ±%1 (99.5th percentile of |value|)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked scale, ±%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a scale for each row of tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a scale for each tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 predicted at %4 Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair %1 (counted from 1), %2, marked with its receptive field. Gradient tiles: %3 of the distance, target &quot;%4&quot;, Å per unit of network input; %5. Coevolution tiles: the network&apos;s input; %6. Row: amino acid at i, column: at j; inside a tile Δi downwards, Δj to the right; hatched: outside the protein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distances in Å, 4 to 20, dark = close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileCopy</name>
    <message>
        <source>The file could not be copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputFile</name>
    <message>
        <source>PNG image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIF image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostScript document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microsoft Office document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HDF5 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NumPy array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gzip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bzip2 archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>xz archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zstd archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7-Zip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RAR archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BMP image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIFF image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>media file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenDocument text (.odt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenDocument file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word document (.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerPoint presentation (.pptx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a pipe (FIFO)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the file or its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and who may read the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check who may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed data are damaged or cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the file again, or unpack it with gunzip to see how far it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>web page (HTML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not text but a %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save its text as plain text (.txt or .fasta) and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not text: it holds zero bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a sequence in FASTA format, or an alignment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds more than %1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one protein&apos;s file, not a whole database.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Jackhmmer</name>
    <message>
        <source>The search with jackhmmer failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the database, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and run the job again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something killed it, perhaps for want of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer threads or a smaller database, and run the job again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was ended from outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the job again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it crashed (signal %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it crashed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the database; copy the command to try it in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database or the query is empty or not FASTA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the path of a FASTA file of protein sequences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the path of the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database is compressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack it with gunzip and set its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the query file was gone before it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not write its results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the job&apos;s folder can be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version does not know the options used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install HMMER 3.3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ended with status %1 and no message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command to try it in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it (apt-get install hmmer), or set its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it stopped without saying [ok]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it said [ok] but wrote no whole alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the query and the free space, and copy the command to try it in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Jacobian</name>
    <message>
        <source>The slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a smaller one, or export the whole.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobInputs</name>
    <message>
        <source>alignments in this format are not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert it to Stockholm, A3M or aligned FASTA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file starts no job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is neither sequence nor alignment but %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds thousands of sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it as the database to search, and give the query alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A matrix of scores cannot be explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the couplings behind it are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give ccmpred&apos;s couplings (its options -r or -b), or the alignment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files do not belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the couplings are of %1 residues, %2 has %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the sequence or the alignment that the couplings were inferred from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Couplings carry no sequence: residues are unknown (X). Give the FASTA file too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sequence was taken from %1, which has as many residues as the couplings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The structure does not belong to the sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sequence is not known: couplings carry none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the FASTA file too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a structure alone starts no job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a sequence, an alignment or couplings, and the structure together with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixLayer</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MosaicPainter</name>
    <message>
        <source>global scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale of each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale of each tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked scale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatternsPanel</name>
    <message>
        <source>True positives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False positives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short-range contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium-range contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long-range contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helix turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strand pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted contacts that the structure confirms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted contacts that are none in the structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted contacts 6 to 11 residues apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted contacts 12 to 23 residues apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted contacts 24 or more residues apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residues 3 or 4 apart within a helix of the structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residues of two strands in contact in the structure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Open network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks (*.safetensors *.pt *.pth *.ts);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryResidues</name>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like DNA or RNA, not like a protein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lower-case letters were read as upper case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was replaced by %2 at %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SequenceDatabase</name>
    <message>
        <source>Set the path of a FASTA file of protein sequences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a FASTA file begins with “&gt;”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jackhmmer refuses the sign “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database must hold unaligned sequences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database is compressed, but jackhmmer reads it several times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack it first: gunzip %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a byte order mark, which jackhmmer refuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file as plain ASCII.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no sequences in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database holds DNA or RNA, not proteins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be searched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SequenceWeights</name>
    <message>
        <source>The rows cannot be weighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1 columns and an identity threshold of %2 not even a row itself counts as similar to itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a longer alignment or a lower threshold.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studies</name>
    <message>
        <source>The block of positions is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the protein has %1 residues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a first and a last residue of the protein.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemMemory</name>
    <message>
        <source>%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs more memory than is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are needed, %2 are free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>The file could not be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>jackhmmer was not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in any folder of PATH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no program that can be run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it (apt-get install hmmer), or set its path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is not jackhmmer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 -h did not answer within %2 s and was killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search program hangs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 -h does not answer as HMMER&apos;s jackhmmer does</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrustedNetworks</name>
    <message>
        <source>The list of trusted networks cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewKeys</name>
    <message>
        <source>Distance map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the pair by one residue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the pair by ten residues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom around the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click, drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explain the pair under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right drag, Ctrl+drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom into a rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle drag, Alt+drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the cursor within the tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the cursor to another tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enlarge the tile, or show all tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show all tiles; take the cursor away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show this cell in every view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Array scroller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the value under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox</name>
    <message>
        <source>TorchScript networks cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install LibTorch: apt install libtorch1.13.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to another version of White Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install White Box again, or build all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plugin that holds LibTorch was not found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build White Box with LibTorch: apt install libtorch-dev, then cmake -DWHITEBOX_TRAIN=ON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Randomising the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is piecewise linear: input times plain gradient and the biases&apos; part should make up the prediction; more than rounding left over means that the gradient is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sundararajan, Taly and Yan 2017; Srinivas and Fleuret 2019</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plain gradient should agree with central differences of a second, double-precision network: then the engine computes what it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numerical differentiation, step 1e-6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture that stays alike when the network&apos;s layers are randomised from the output down does not explain the network; guided backpropagation is known to change too little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adebayo et al. 2018, Sanity checks for saliency maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Couplings are symmetric, so that the windows of (i, j) and (j, i) should be each other&apos;s transposes; a network whose weights are not tied need not be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>definition of the couplings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without pooling the deconvnet does not look at the input: a picture that is the same for two pairs away from the borders, whatever the protein, explains neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mahendran and Vedaldi 2016; Nie, Zhang and Patel 2018</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a residue pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write two residue numbers, counted from 1, such as 12,40 or L12-V40.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a range of residues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the first and the last residue, counted from 1, such as 12-240.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 effective sequences for %2 residues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few homologs (%1): most couplings are noise and the prediction is not to be relied on. Search a larger database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shallow alignment (%1): only the strongest couplings are reliable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 columns are gaps in more than three quarters of the rows: couplings there rest on few sequences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a whole file as ccmpred writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected %1 numbers, found %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is longer than any such file has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place, or free some space there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more lines than the %1 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected %1 lines of %1 numbers, found %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and who may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no whole checkpoint of a fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it to begin anew, or name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint belongs to another fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was made of another alignment or start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was made with %1, not with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No couplings can be computed from this alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has one row only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coevolution needs homologs: search a larger database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has %1 columns, fewer than %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a longer sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has %1 columns, more than %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut the protein into domains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds nothing but gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is a protein alignment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all %1 rows are identical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coevolution needs variation: search a larger database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration %1: F = %2, |g| = %3, step %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, about %1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start couplings have %1 columns, the alignment %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the couplings of this alignment, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weighting %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the couplings of %1 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or take a range of at most %1 residues, such as 1-%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not be renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of the output is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its suffix is &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file .npy, .h5 or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The array holds no couplings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an array (L, L, 21, 21): [i, j, a, b], states in the order %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value at %1 is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute the couplings again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value at %1 is not 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values at %1 and %2 differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a file that White Box or &quot;whitebox-cli couplings --h5&quot; wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The couplings could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and who may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its shape is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no couplings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its couplings do not fit its fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value %1 is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The couplings could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The array could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no array to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no dataset of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another HDF5 or NPY file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole Jacobian is HDF5 or NPY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file .h5 or .npy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The array cannot be compressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPY has no compression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file .h5, or leave out --gzip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run of this array to go on with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is damaged, or was made from other data or with other settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give that run&apos;s input, network and settings, name another file, or leave out --resume to begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes up to %1 MB before compression, %2 MB are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes %1 MB, %2 MB are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The array does not fit on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room, choose another disk, or write float16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The array could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Python: numpy.save(name, numpy.ascontiguousarray(array, dtype=&quot;&lt;f4&quot;)).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an .npy file that numpy.save() wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;(%1)&quot; is not a shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header names no type, order and shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers of type &quot;%1&quot; are not read, only &lt;f4, &lt;f8, &lt;f2 and |u1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is stored in Fortran order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its shape holds more values than any file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not begin as a NumPy array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format version %1 is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header is cut off or longer than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape %1 needs %2 bytes of data, found %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value at %1 is %2, expected a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute the array again, or fill what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The array could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The array is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes %1 MB of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a smaller array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the file again: it is cut off, or its disk is failing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias [%1] of layer %2 is %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight [%1, %2, %3, %4] of layer %5 is %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1 has %2 inputs, %3 outputs and kernel %4; an odd kernel was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1 has %2 weights, expected %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1 has %2 biases, expected %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only chains of square convolutions with a ReLU between each two are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.weight has an extent of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kernel of %1 is %2 by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to no convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bins are not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no distance and no run of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the bins&apos; centres in Å, numbers or FIRST:STEP:COUNT, such as 22,2.25:0.5:36.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are %1, expected 2 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them out where the network gives distances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window shows arrays that are opened without other files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whitebox-cli predict and whitebox-cli explain take couplings of shape (441, L, L) or (L, L, 21, 21).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of a job in HDF5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whitebox-cli predict and whitebox-cli explain take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>couplings in HDF5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give them as ccmpred&apos;s raw or braw, which whitebox-cli couplings --raw and --braw write, or give the alignment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrays in HDF5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window opens networks with File ▸ Open network….</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a TorchScript network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whitebox-cli predict and whitebox-cli explain take it as their --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights in safetensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whitebox-cli predict and whitebox-cli explain take them as their --model, whitebox-cli run where their card lies beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another kind of file (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whitebox-cli run, couplings, predict and explain take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sequence in FASTA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whitebox-cli run takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whitebox-cli run takes it with --structure, beside a sequence, an alignment or couplings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ccmpred&apos;s couplings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whitebox-cli run, predict and explain take them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a matrix of scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the couplings behind it, or the alignment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a database of sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whitebox-cli run takes it with --database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range %1 is too short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has %1 residues, too few for couplings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a range of at least %1 residues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (query %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residues %1 of %2, which has %3. Numbers count from 1 within this range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job %1 cannot be resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again from its input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version of White Box computes otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network is another one than it was submitted with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ccmpred is another one than it was submitted with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jackhmmer is another one than it was submitted with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database has changed since it was submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its checksum is not the one that was stored with the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: run the job again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TorchScript is a program: it can read and write files as you can, and nobody has said yet that this one is to be trusted (SHA-256 %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you know who made it, give --trust-model once, or open it from the window&apos;s File menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a TorchScript file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has %1 bytes, more than 4 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks that take couplings are smaller: choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no TorchScript network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected TorchScript, found %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the network with torch.jit.save, and give that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its card describes another file (SHA-256 differs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use network and card as they were published together, or take the card away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network has %1 outputs, its card names %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write its card again with whitebox-cli network --channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one that is there belongs to other weights too, which could not be read without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the TorchScript file to another folder to give it a card of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a distance has no name, or two have the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network has %1 outputs, which are no multiple of %2 bins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network gives %1 distances, %2 were named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name each distance, such as %1, and give the bins of a distogram.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This prediction cannot be explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network that made it (%1, SHA-256 %2…) was found in none of: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put its weights back, or run the job again with the present network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Homology search (jackhmmer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequence database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB, about %2 sequences, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sequence database is set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a FASTA file of proteins with --database, or let &quot;whitebox-cli run --example&quot; build the example&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Couplings engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, trained %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The couplings did not converge: the iteration limit was reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The couplings did not converge: the line search found no further decrease.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 homologs: there are no couplings, and the prediction is what the network says of nothing. Try a larger database, more rounds or a less strict E-value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the job again from its input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The structure was left out. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading ccmpred&apos;s couplings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no amino-acid pair &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pair is two of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give pairs such as AR, DK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a single value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the HDF5 library refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Couplings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not describe a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the job again from its input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job library cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was written by a newer version of White Box (schema %1, known is %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update White Box, or set WHITEBOX_HOME to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job library could not be read or written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the permissions of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job library could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no job %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library has none of this id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of jobs shows all ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the job library cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set WHITEBOX_HOME to a folder of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is too full for the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB are needed in %2, %3 MiB are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or delete old jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a result of White Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was written by a newer version of White Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its query has %1 residues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its alignment does not fit its query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its alignment holds a state of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its alignment has another number of names than of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its couplings do not fit its query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value %1 of the couplings is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value %1 of the fields is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value %1 of the scores is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its distances do not fit its query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value %1 of the distances is infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its structure does not fit its query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its provenance is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its list of contents is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is still there and who may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the job library is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is rebuilt from the jobs&apos; folders when White Box next opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions, or set WHITEBOX_HOME to a folder of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No amino-acid pair is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 amino-acid pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1 have room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Å per unit of input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted distances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True distances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation of the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network input around the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jacobian, computed on demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends in none of .png, .pdf and .svg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a name with one of these endings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure could not be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture is too large for the memory left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the panel smaller, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or make room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf);;PNG image (*.png);;SVG drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window cannot show this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gives %1 distances, not the four between Cα and Cβ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whitebox-cli explain --model takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its card names the distances %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coupling score (APC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stronger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted %1 distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True %1 distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of %1, predicted − true, farther than %2 Å as %2 Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ %1, Σ|·| %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::AboutDialog</name>
    <message>
        <source>About White Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as BibTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h2&gt;White Box %1&lt;/h2&gt;&lt;p&gt;Which couplings moved a predicted residue distance, and whether to believe it.&lt;/p&gt;&lt;p&gt;After the talk “White Box: Website Frontend &amp;amp; Network visualization using Guided Backpropagation” (Das &amp;amp; Dugar, TU München, 2018).&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; there is no warranty. The network that comes with it is under the same licence; its model card tells what it was trained on.&lt;/p&gt;&lt;p&gt;Running with Qt %2.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;White Box is built on the work of others:&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;If White Box helps your work, please cite the methods that it is built on, and before you believe a picture, the test with random weights.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ArrayImage</name>
    <message>
        <source>Array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiles %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ArrayScroller</name>
    <message>
        <source>Array scroller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes customised – Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slice as NumPy takes it, counted from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a pair on the map: its window appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a result, or drop an NPY or HDF5 file on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This slice has %1 million values: hide one more axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This slice is empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::AxisRow</name>
    <message>
        <source>slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tile row ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tile column →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this index when another pair or cell is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play: one index after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::BinaryReader</name>
    <message>
        <source>not a complete msgpack file in ccmpred&apos;s layout (at byte %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;x_pair&quot; is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;x_single&quot; is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that ccmpred wrote with -b.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its format is not &quot;ccm-1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of columns is not within 2..%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a value that is not finite (at byte %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;x_single&quot; has %1 values, not 20 for each column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;x_pair&quot; does not hold the %1 pairs of %2 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pair lacks i &lt; j &lt; %1 or its 441 values (at byte %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pair %1/%2 comes twice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::CcmpredProcess</name>
    <message>
        <source>ccmpred cannot compute these couplings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it fails above %1 columns, and there are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the built-in engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the couplings of %1 columns with ccmpred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the built-in engine, which needs less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ccmpred has no folder to write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its files take %1 MB and %2 MB are free on %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or use the built-in engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ccmpred was not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in any folder of PATH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no program that can be run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set its path, or use the built-in engine, which gives the same scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ccmpred weights the rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ConvNet</name>
    <message>
        <source>it has no layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1 takes %2 channels, but layer %3 gives %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes %1 channels, but couplings have %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::CorrelationPanel</name>
    <message>
        <source>Correlation of gradient and coevolution over the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ|gradient| over the window, Å per unit of input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ gradient over the window, Å per unit of input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ gradient × input over the window, Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ|gradient|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ gradient × input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per amino-acid pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a pair on the map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::CurvePanel</name>
    <message>
        <source>This network does not tell where its units switch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve is piecewise linear, straight from %1 to %2; by its ends %3 and %4 units of the network have switched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shaded: inputs beyond those of the training, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shaded: inputs beyond this protein&apos;s, %1; the network&apos;s card does not tell those of its training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tangent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 along the %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted distance (Å)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1: at the ends one input has moved by as much as the coevolution&apos;s colour scale spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a pair on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient is exactly zero: there is no direction to move along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All inputs are exactly zero: there is no scale to move by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::DemoRun</name>
    <message>
        <source>%1: the folder cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>result after %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no result after %1 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the example has no long-range pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clicked %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ExplainBar</name>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Pair </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12,40</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two residue numbers, counted from 1: 12,40 or L12-V40 (Ctrl+G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cα–Cα</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cα–Cβ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cβ–Cα</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cβ–Cβ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which distance is shown and explained (1–4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raises distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowers distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided backprop and deconvnet of +y and of −y are different pictures, not negatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>global</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which values share one colour scale (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coupling score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the map shows below its diagonal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the map shows above its diagonal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top L/5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top L/2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring: a predicted contact that is true, or whose truth is unknown. Cross: a false one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|i−j| ≥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest residues that are ranked and marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a PDB or mmCIF file on the window first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ExplanationPanels</name>
    <message>
        <source>%1: Δ%2 by coupling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Å per unit of input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient is exactly zero: no active path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coevolution: couplings as the network sees them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>favoured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disfavoured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All couplings of this window are exactly zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the explanation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a pair on the map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::FitCheckpoint</name>
    <message>
        <source>The checkpoint could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and who may read it, or begin without the checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint could not be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ForeignNetworkDialog</name>
    <message>
        <source>Open network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a program. It can read and write files as you can. Open it only if you know who made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Trust and open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The talk&apos;s four are %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: the outputs are distances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centres in Å, numbers and FIRST:STEP:COUNT, such as 22,2.25:0.5:36</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Names of the distances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bins of a distogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bins &amp;hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ormalisation of the couplings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes (441, L, L) and gives %1 outputs; a pair sees %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole protein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs in the built-in engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs in LibTorch, since it has: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ReLU was found: guided backpropagation and deconvnet are the plain gradient here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keep their own gradient in every method: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its card lies beside it and says what goes in and what comes out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::Hdf5Reader</name>
    <message>
        <source>its directory is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dataset %1 is no array that holds this block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values of %1 are damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no readable file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and who may read it; a lost result can be computed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not an HDF5 file, or its directory is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dataset %1 is no list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dataset %1 claims more values than the file holds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::Hdf5Reader::Private</name>
    <message>
        <source>The file is damaged or was not made by White Box: compute the job again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dataset %1 is missing or unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dataset %1 lies outside the file or needs an unknown filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dataset %1 has the shape %2, expected was %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dataset %1 has values of another type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dataset %1 claims more values than the file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values of %1 are damaged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::Hdf5Stream</name>
    <message>
        <source>The array cannot be gone on with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is damaged or was made from other data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin it anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::Hdf5Writer::Private</name>
    <message>
        <source>the HDF5 library refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::HelpMenu</name>
    <message>
        <source>Help on this &amp;view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About White Box</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::HistogramView</name>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag: range of the colours. Double click: automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::JackhmmerSearch</name>
    <message>
        <source>The search has no folder to write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder for results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is too little space for a search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB are free, %2 MiB are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and who may write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search cannot begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database has changed since the job was queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the job again from its input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching, round %1 of at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 sequences so far</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobClerk::Desk</name>
    <message>
        <source>it is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its input was not kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobStore</name>
    <message>
        <source>The job %1 cannot be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is queued or running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job&apos;s folder could not be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file in it cannot be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the folder and delete it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobStore::Private</name>
    <message>
        <source>The job library was damaged and has been rebuilt from the jobs&apos; folders. The damaged file was kept as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job could not be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobTableModel</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Couplings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ETA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for this stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 residues, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after the last finished stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a job to see its state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job yet. Drop a sequence on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n residues</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhiteBox::MainWindow</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coevolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What-if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The example builds a small one; or choose a FASTA file with File ▸ Choose the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – White Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top L/%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3 right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pointer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to predict, a structure to compare with, or an array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to predict, or an array to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing White Box stops the running job. It can be resumed later. Close?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no figure yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pair is explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a pair on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste a sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open net&amp;work…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the &amp;database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Couplings en&amp;gine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export panel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;figure page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Built in (ccmpred&apos;s answer, faster)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An installed &amp;ccmpred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To &amp;pair…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next ranked pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;revious ranked pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;false positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Transpose the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous vie&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residue &amp;order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in ccmpred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alphabet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hydrophobicity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perspective %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this panel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the figure page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sequences, alignments, couplings, structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FASTA file to search homologs in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HDF5 (*.h5)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ManualView</name>
    <message>
        <source>Page of the manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – White Box manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the manual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::MatrixView</name>
    <message>
        <source>Distance map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: helix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: strand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: neither helix nor strand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; conservation %1, coverage %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pair selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance map of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::MessageBanner</name>
    <message>
        <source>Command: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit status: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last output:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::MosaicPainter</name>
    <message>
        <source>share of each row&apos;s limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of each tile&apos;s limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; %1 % of the cells beyond it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::NpySink</name>
    <message>
        <source>The array could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::NpyWriter</name>
    <message>
        <source>The array could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of the program: report it, with the command.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::PairHeatMap</name>
    <message>
        <source>not defined</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::PairInspector</name>
    <message>
        <source> (%1 in %2: %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a pair on the map: its distances, its truth and what explains it appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 residues apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank by Cβ–Cβ, |i−j| ≥ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conservation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a PDB or mmCIF file on the window to see the truth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coupling score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its rank, |i−j| ≥ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer than %1 residues: close by the chain alone, not ranked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::PatternsPanel</name>
    <message>
        <source>Mean over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the mean over the set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaging the windows of the set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pair of this protein belongs to the set: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 pairs, evenly spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pairs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Mean over %1: %2. One protein shows a tendency, not a law.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean window of a set of pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Å per unit of input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean is exactly zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean coevolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>favoured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disfavoured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::Perspectives</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::Png</name>
    <message>
        <source>The picture cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::RandomisationPanel</name>
    <message>
        <source>nothing (it is exactly zero)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A method that explains this network falls to about 0 when its weights are random (Adebayo et al. 2018). With the output&apos;s layer random the %1 keeps %2, with all layers %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Medians over %1 networks a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %1 of %2 have no active path to this pair and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spearman, values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spearman, magnitudes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSIM of the tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a pair on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeness to the picture of the network with random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers randomised, from the output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::RawReader</name>
    <message>
        <source>expected %1 pairs for %2 columns, found %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file may have been cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected lines of 20 numbers, one for each column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that ccmpred wrote with -r.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is too short for the couplings of %1 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is beyond the range of couplings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected &quot;# i j&quot; with 0 &lt;= i &lt; j &lt; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pair %1 %2 comes twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file ends within the pair %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ReceptiveFieldView</name>
    <message>
        <source>Receptive field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ|gradient| at Δi %1, Δj %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |gradient| at distance %1: %2 Å per unit of input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receptive field: Σ|gradient| over 21×21</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |gradient|, Å per unit of input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |gradient|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance from the centre, pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance, pairs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ResiduePair</name>
    <message>
        <source>two residue numbers were expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residue %1 lies outside 1..%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residue %1 is %2, not %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ResidueRange</name>
    <message>
        <source>two residue numbers were expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the residues are numbered 1 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first residue comes after the last</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ScatterGrid</name>
    <message>
        <source>gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient against coevolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient against coevolution, all amino-acid pairs, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient against coevolution, %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient against coevolution, %1 chosen pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient against coevolution, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ input ±%1   ↑ gradient ±%2 Å per unit; beyond: on the edge%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; shade: log of the count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at Δi %2, Δj %3: input %4, gradient %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ScatterPanel</name>
    <message>
        <source>Amino-acid pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AR, DK …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amino-acid pairs to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to %1 pairs of amino acids such as AR, DK; &quot;-&quot; is the gap. Enter shows them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ShortcutSheet</name>
    <message>
        <source>Elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::SignPanel</name>
    <message>
        <source>Click a pair on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × sign of the coupling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Å per unit of input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the coupling&apos;s sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient is exactly zero: no active path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the gradient&apos;s magnitude has the sign of its coupling (more of what is there %2), %3 % the opposite.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::StartPage</name>
    <message>
        <source>Open the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CheY of E. coli: a live search, couplings, prediction; about a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a FASTA, alignment, coupling file or structure here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or paste a sequence (Ctrl+V).
White Box predicts its residue distances and shows which couplings moved each of them.
Arrays (NPY, HDF5) that are dropped alone open in the array scroller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::StatisticsPanel</name>
    <message>
        <source>Lowest value of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest value of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values: min %2, max %3, mean %4, sd %5, %6&#xa0;% zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; %1 without a number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::Structure</name>
    <message>
        <source>%1 of %2 aligned residues of %3 have no Cβ: Cα is used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::StudyPanel</name>
    <message>
        <source>Computing for pair %1, %2…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::TextWriter</name>
    <message>
        <source>The file could not be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::TileMosaic</name>
    <message>
        <source>%1 at Δi %2, Δj %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the protein</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1, column %2, sum %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::TilePainter</name>
    <message>
        <source>%1; %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::Torch</name>
    <message>
        <source>a convolution&apos;s weights are not fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a kernel of %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a convolution with a stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dilated convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a convolution in groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a transposed convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a convolution whose padding changes the size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cannot be run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it in PyTorch with an input of (1, 441, L, L), or choose another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a shorter protein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its output %1 is %2 at the pair %3,%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected (1, 441, L, L) or (441, L, L) in and (1, C, L, L) or (C, L, L) out; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a network that takes couplings, channel 21a + b, and keeps their size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no TorchScript, or it is incomplete (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the network with torch.jit.script(net).save(FILE), not with torch.save, and copy all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given (1, 441, %1, %1), %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found a %1 as its output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found %1 for L = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has %1 outputs, which are no multiple of %2 bins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give as many bins as the network has for each distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its graph cannot be frozen: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it in evaluation mode, with a method forward(x).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its outputs are bins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has values that are not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its forward() takes %1 arguments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::Torch::ChainReader</name>
    <message>
        <source>%1 beside the chain of layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value that goes two ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ReLU before the first convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two convolutions without a ReLU between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an output that is not the last layer&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ReLU after the last convolution</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::Torch::ScriptNetwork</name>
    <message>
        <source>its gradient at the pair %1,%2 is not finite</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::TrustPanel</name>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Å = inputs %2 + biases %3, residual %4 Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finite differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 inputs, at most %2 % off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(j, i) differs by %1 Å, its picture correlates %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deconvnet&apos;s constancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes by %1 % from pair %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a pair on the map: here stands what its explanation is worth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tab Random asks the hardest question: does the picture depend on what the network has learnt?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::ViewSettings</name>
    <message>
        <source>Plain gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward deconvnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided backprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain gradient: exact, but only for infinitely small changes of the couplings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deconvnet ignores the input: without pooling, away from the borders its tiles are the same for every pair and every protein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided backprop may not depend on the model: it changes too little when weights are randomised (Adebayo et al. 2018). Compare with the plain gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain gradient: exact only for infinitely small changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deconvnet ignores the input: the same tiles for every pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided backprop may not depend on the model: compare with the plain gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raises distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowers distance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::WhatIfPanel</name>
    <message>
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shifted by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all at percentile %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all at percentile 5, 50 and 95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a pair on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Å per unit of input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient is exactly zero: no active path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one scale for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One scale for all, that of the strongest: ±%1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhiteBox::Workbench</name>
    <message>
        <source>%1 was computed on %2 with the same database, versions and parameters: its stored result is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the example&apos;s database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs were queued.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 residues aligned, %3 % identical, %4 mismatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is ready: open a result, then the network, to see what it makes of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting with %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False positives need a truth: drop a PDB or mmCIF file on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the marked pairs is a false positive.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whitebox</name>
    <message>
        <source>Which couplings moved a predicted residue distance, and whether to believe it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the example, CheY of E. coli: a live search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --example: drop the example on the window, click a long-range contact, write window.png, figure.pdf, figure.png and result.h5 into FOLDER, and end. Needs no display with QT_QPA_PLATFORM=offscreen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: system, light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequences, alignments, couplings, structures; those of one protein together. NPY and HDF5 files open in the array scroller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whitebox: --demo-output goes with --example</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
