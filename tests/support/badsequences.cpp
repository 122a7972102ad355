// SPDX-License-Identifier: GPL-3.0-or-later
// Queries, and what was taken for one.
#include "tests/support/badinputtable.h"

namespace WhiteBox::Test {

namespace {

using namespace Qt::StringLiterals;

QByteArray fasta(const QByteArray &residues, const QByteArray &header = "q")
{
    return ">" + header + "\n" + residues + "\n";
}

/// The protein with something else at a position, so that no two cases are one job.
QByteArray with(const QByteArray &insert, int at)
{
    QByteArray residues = badInputProtein();
    return residues.replace(at, insert.size(), insert);
}

QByteArray random(QByteArrayView letters, int count)
{
    QByteArray text;
    unsigned state = 12345;
    for (int n = 0; n < count; ++n) {
        state = state * 1103515245U + 12345U;
        text += letters[qsizetype(state >> 16U) % letters.size()];
    }
    return text;
}

void addKinds(BadInputTable &t)
{
    const QStringList go{u"Continue"_s};
    t.begin(u"nucleotides"_s);
    t.accepted(u"DNA"_s, {t.file(u"dna.fa"_s, fasta(random("ACGT", 60)))}, {u"looks like DNA"_s}).windowAsks =
        go;
    t.accepted(u"RNA in small letters"_s, {t.file(u"rna.fa"_s, fasta(random("acgu", 60)))},
               {u"looks like DNA"_s})
        .windowAsks = go;
    t.accepted(u"DNA with some letters more"_s,
               {t.file(u"iupac.fa"_s, fasta(random("ACGTACGTACGTACGTACGN", 57) + "RYK"))},
               {u"looks like DNA"_s})
        .windowAsks = go;

    t.begin(u"low complexity"_s);
    t.accepted(u"repeats"_s, {t.file(u"repeat.fa"_s, fasta(QByteArray("QQQQPQ").repeated(10)))},
               {u"low complexity"_s})
        .windowAsks = go;
    t.accepted(u"one letter"_s, {t.file(u"poly.fa"_s, fasta(QByteArray(50, 'A') + "ADKELKFLVV"))},
               {u"low complexity"_s})
        .windowAsks = go;
}

void addHeaders(BadInputTable &t)
{
    t.begin(u"a header that swallowed its sequence"_s);
    t.asked(u"on one line"_s, {t.file(u"one.fa"_s, ">sp|P0AE67|CHEY " + badInputProtein() + "\n")},
            {u"header found but no sequence"_s, u"line of its own"_s}, {u"Split the line"_s})
        .line = 1;
    t.refused(u"a header alone"_s, {t.file(u"only.fa"_s, ">CHEY Chemotaxis protein\n")},
              {u"header found but no sequence"_s, u"below the header"_s}, 1);
    t.refused(u"the second record is a header alone"_s,
              {t.file(u"second.fa"_s, fasta(badInputProtein()) + ">nothing\n>more\nMADKELKFL\n")},
              {u"header found but no sequence"_s}, 3);

    t.begin(u"no header"_s);
    t.accepted(u"one line"_s, {t.file(u"bare.txt"_s, with("W", 3) + "\n")},
               {u"no header"_s, u"called “bare”"_s});
    t.accepted(u"wrapped"_s,
               {t.file(u"wrapped.txt"_s, with("W", 4).insert(30, '\n').insert(20, '\n') + "\n")},
               {u"3 lines were joined"_s});
    t.accepted(u"a header without a name"_s, {t.file(u"nameless.fa"_s, fasta(with("W", 5), " "))},
               {u"has no name"_s, u"called “nameless”"_s});

    t.begin(u"foreign line ends and marks"_s);
    const auto silent = [&t](const QString &name, const QByteArray &bytes) {
        t.accepted(name, {t.file(u"marks.fa"_s, bytes)}, {}).mayBeNothing = true;
    };
    silent(u"CRLF"_s, ">q d\r\n" + with("W", 6) + "\r\n\r\n");
    silent(u"CR"_s, ">q\r" + with("W", 7) + "\r");
    silent(u"BOM"_s, "\xef\xbb\xbf" + fasta(with("W", 8)));
    silent(u"blank lines"_s, "\n\n>q\n\n" + with("W", 9) + "\n\n\n");
    silent(u"joined NCBI headers"_s, fasta(with("W", 12), "q one\x01gi|2| two"));
    silent(u"UTF-16"_s, [] {
        const QString text = QString::fromLatin1(fasta(with("W", 13)));
        return QByteArray("\xff\xfe") +
               QByteArray(reinterpret_cast<const char *>(text.utf16()), 2 * text.size());
    }());
    silent(u"no line end"_s, fasta(with("W", 14)).trimmed());
}

void addLetters(BadInputTable &t)
{
    t.begin(u"stops"_s);
    t.accepted(u"at the end"_s, {t.file(u"end.fa"_s, fasta(with("W", 15) + "*"))},
               {u"“*” at the end was removed"_s});
    t.refused(u"inside"_s, {t.file(u"inside.fa"_s, fasta(with("*", 20)))}, {u"stop"_s, u"position 21"_s}, 1);

    t.begin(u"gaps in a query"_s);
    const QStringList choices{u"Remove the gaps"_s, u"Import as an alignment"_s};
    t.asked(u"dashes"_s, {t.file(u"dash.fa"_s, fasta(with("--", 10)))},
            {u"a gap at position 11"_s, u"is this an alignment?"_s}, choices)
        .line = 1;
    t.asked(u"dots"_s, {t.file(u"dot.fa"_s, fasta(with("..", 12)))}, {u"a gap at position 13"_s}, choices)
        .line = 1;

    t.begin(u"uncommon letters"_s);
    t.accepted(u"selenocysteine"_s, {t.file(u"u.fa"_s, fasta(with("U", 16)))},
               {u"U was replaced by C at 17"_s});
    t.accepted(u"B, Z, J and O"_s, {t.file(u"bzjo.fa"_s, fasta(with("BZJO", 20)))},
               {u"B was replaced by X at 21"_s, u"O was replaced by X at 24"_s, u"unknown (X)"_s});
    t.refused(u"too many X"_s, {t.file(u"x.fa"_s, fasta(with(QByteArray(30, 'X'), 5)))},
              {u"Too much of the sequence is unknown"_s, u"30 of 60 residues are X"_s, u"at most 30 %"_s}, 1);
    t.refused(u"no letter"_s, {t.file(u"sign.fa"_s, fasta(with("@", 4)))}, {u"“@” in column 5"_s}, 2);
    t.refused(u"no Latin letter"_s, {t.file(u"greek.fa"_s, fasta(with("\xce\xb1", 4)))},
              {u"“α” in column 5"_s}, 2);

    t.begin(u"small letters, numbers, blanks"_s);
    t.accepted(u"small letters"_s, {t.file(u"small.fa"_s, fasta(with("W", 17).toLower()))},
               {u"60 lower-case letters"_s});
    t.accepted(u"GenBank's lines"_s,
               {t.file(u"genbank.txt"_s,
                       "ORIGIN\n        1 " + with("W", 18).toLower().insert(30, "\n       31 ") + "\n//\n")},
               {u"digits"_s, u"blanks"_s, u"lower-case"_s});

    t.begin(u"joined chains"_s);
    t.asked(u"by a colon"_s, {t.file(u"colon.fa"_s, fasta(with(":", 30)))},
            {u"2 chains joined by “:”"_s, u"Choose one chain (1 to 2)"_s}, {u"Chain 1"_s, u"Chain 2"_s})
        .line = 1;
    t.asked(u"by a slash"_s, {t.file(u"slash.fa"_s, fasta(with("/", 20).replace(40, 1, "/")))},
            {u"3 chains"_s}, {u"Chain 1"_s, u"Chain 2"_s, u"Chain 3"_s})
        .line = 1;

    t.begin(u"many sequences"_s);
    t.accepted(u"two"_s,
               {t.file(u"two.fa"_s, fasta(with("W", 21), "first") + fasta(with("W", 22).left(50), "second"))},
               {})
        .windowAsks = {u"Queue all 2"_s, u"first"_s, u"second"_s};
    t.cases.back().mayBeNothing = true;
    t.accepted(u"two of one length"_s,
               {t.file(u"equal.fa"_s, fasta(with("W", 23), "wild") + fasta(with("Y", 23), "mutant"))}, {})
        .windowAsks = {u"Queue all 2"_s, u"Import as an alignment"_s, u"wild"_s};
    t.cases.back().mayBeNothing = true;
    QByteArray database;
    for (int n = 0; n < 6000; ++n)
        database += ">s" + QByteArray::number(n) + "\nMADKELKFLVVDD\n";
    t.refused(u"a database"_s, {t.file(u"database.fa"_s, database)},
              {u"looks like a database"_s, u"query alone"_s});
}

void addSizes(BadInputTable &t)
{
    t.begin(u"too few residues"_s);
    t.refused(u"four"_s, {t.file(u"four.fa"_s, fasta("MADK"))}, {u"too short"_s, u"4 residues, at least 5"_s},
              1);
    t.accepted(u"fourteen"_s, {t.file(u"fourteen.fa"_s, fasta("MADKELKFLVVDDF"))},
               {u"shorter than the network's window (15)"_s, u"padded"_s});

    t.begin(u"too many residues"_s);
    t.refused(u"more than jackhmmer takes"_s,
              {t.file(u"titan.fa"_s, fasta(random("ACDEFGHIKLMNPQRSTVWY", 100001)))},
              {u"too long"_s, u"100001 residues, at most 100000"_s, u"domain"_s}, 1);
    // Its couplings would take a terabyte: told, with what would fit, before anything is searched.
    t.asked(u"more than memory takes"_s,
            {t.file(u"long.fa"_s, fasta(random("ACDEFGHIKLMNPQRSTVWY", 60000), "long"))},
            {u"60000 columns"_s, u"GiB"_s, u"take a range of at most"_s}, {u"Residues 1–"_s});
    t.refused(u"100 MB on one line"_s, {t.file(u"huge.fa"_s, fasta(QByteArray(100 << 20, 'L')))},
              {u"too long"_s, u"104857600 residues"_s}, 1);

    t.begin(u"nothing found"_s);
    t.accepted(u"a lonely protein"_s, {t.file(u"lonely.fa"_s, fasta(with("W", 24)))}, {u"homolog"_s});
}

void addOtherFiles(BadInputTable &t)
{
    t.begin(u"no text"_s);
    t.refused(u"empty"_s, {t.file(u"empty.fa"_s, {})}, {u"nothing in it"_s, u"Give a sequence"_s});
    t.refused(u"blank"_s, {t.file(u"blank.fa"_s, " \n\t\r\n")}, {u"nothing in it"_s});
    t.refused(u"PNG"_s, {t.file(u"image.fa"_s, QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16))},
              {u"PNG image"_s, u"plain text"_s});
    t.refused(u"JPEG"_s, {t.file(u"photo.fa"_s, QByteArray("\xff\xd8\xff\xe0\0\x10JFIF", 10))},
              {u"JPEG image"_s});
    t.refused(u"PDF"_s, {t.file(u"paper.fa"_s, "%PDF-1.7\n%\xe2\xe3\n1 0 obj\n")}, {u"PDF document"_s});
    t.refused(u"Word"_s,
              {t.file(u"letter.docx"_s, QByteArray("PK\x03\x04\x14\0\x06\0\x08\0\0\0", 12) +
                                            QByteArray(18, '\0') + "[Content_Types].xml word/document.xml")},
              {u"Word document (.docx)"_s});
    t.refused(
        u"old Word"_s,
        {t.file(u"letter.doc"_s, QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) + QByteArray(64, '\0'))},
        {u"Microsoft Office"_s});
    t.refused(u"ZIP"_s,
              {t.file(u"pack.zip"_s, QByteArray("PK\x03\x04\x14\0\0\0\0\0", 10) + QByteArray(40, '\0'))},
              {u"ZIP archive"_s});
    t.refused(u"a web page"_s, {t.file(u"page.fa"_s, "<!DOCTYPE html><html><body>Not found</body></html>\n")},
              {u"HTML"_s});
    t.refused(u"RTF"_s, {t.file(u"note.fa"_s, "{\\rtf1\\ansi MADKEL}")}, {u"RTF"_s});
    t.refused(u"zero bytes inside"_s,
              {t.file(u"nul.fa"_s, ">q\nMADKELK" + QByteArray(3, '\0') + "FLVVDDFST\n")}, {u"binary"_s});
    t.refused(u"zero bytes far inside"_s,
              {t.file(u"late.fa"_s, ">q\n" + QByteArray(200000, 'L').append('\0') + "\n")},
              {u"zero bytes"_s});
    t.refused(u"random bytes"_s,
              {t.file(u"noise.bin"_s, random(QByteArrayView("\x01\x02\xfe\xb7\0\x11\x93\xc3", 8), 5000))},
              {u"binary"_s});
    t.refused(u"a cut gzip archive"_s,
              {t.file(u"cut.fa.gz"_s, QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03\xcb\x48", 12))},
              {u"compressed data are damaged"_s});
    t.refused(u"prose"_s, {t.file(u"mail.txt"_s, "Dear colleague,\nplease find the sequence enclosed.\n")},
              {u"column 15"_s}, 1);
    for (const QByteArray address : {"https://rest.uniprot.org/uniprotkb/P0AE67.fasta",
                                     "file:///home/me/q.fa", "/home/me/q.fa", "~/q.fa"})
        t.refused(u"an address: "_s + QString::fromLatin1(address.left(9)),
                  {t.file(u"address.txt"_s, address + "\n")},
                  {u"where a file lies"_s, u"download it first"_s}, 1);
    for (const QByteArray entry : {"P0AE67", "A0A024RBG1", "1ABA", "1aba_A"})
        t.refused(u"an entry's name: "_s + QString::fromLatin1(entry), {t.file(u"entry.txt"_s, entry + "\n")},
                  {u"name of an entry"_s, u"Download"_s}, 1);
    t.refused(u"Clustal"_s, {t.file(u"c.aln"_s, "CLUSTAL W (1.83)\n\nq MADKEL\nr MA-KEL\n")},
              {u"not read"_s, u"Convert it to Stockholm"_s}, 1);
    t.refused(u"a good one and a bad one"_s,
              {t.file(u"good.fa"_s, fasta(with("W", 25))), t.file(u"bad.fa"_s, "%PDF-1.7\n")},
              {u"bad.fa"_s, u"PDF"_s})
        .windowTakesRest = true;
}

} // namespace

void addBadSequences(BadInputTable &table)
{
    addKinds(table);
    addHeaders(table);
    addLetters(table);
    addSizes(table);
    addOtherFiles(table);
}

} // namespace WhiteBox::Test
