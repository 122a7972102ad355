// SPDX-License-Identifier: GPL-3.0-or-later
// Alignments, couplings and structures that are damaged, ambiguous, or of different proteins.
#include "core/coevolution/ccmpredfiles.h"
#include "tests/support/badinputtable.h"

#include <cmath>

namespace WhiteBox::Test {

namespace {

using namespace Qt::StringLiterals;

/// Rows of an .aln as records.
QByteArray records(const QByteArray &rows)
{
    QByteArray text;
    int number = 0;
    for (const QByteArray &row : rows.trimmed().split('\n'))
        text += ">r" + QByteArray::number(number++) + "\n" + row + "\n";
    return text;
}

/// The first count rows of a family that differs from case to case.
QByteArray family(int count, int variant, bool gaps = true)
{
    QByteArrayList rows = badInputFamily(count, gaps).trimmed().split('\n');
    rows[0][variant % 60] = 'W';
    return rows.join('\n') + "\n";
}

QByteArray stockholm(const QByteArray &rows)
{
    QByteArray text = "# STOCKHOLM 1.0\n";
    int number = 0;
    for (const QByteArray &row : rows.trimmed().split('\n'))
        text += "r" + QByteArray::number(number++) + " " + row + "\n";
    return text + "//\n";
}

void addRagged(BadInputTable &t)
{
    t.begin(u"rows of unequal length"_s);
    QByteArray rows = family(9, 1);
    rows.replace(61 * 4, 61, rows.mid(61 * 4, 57) + "\n"); // the fifth row lacks three columns
    t.refused(u"aln"_s, {t.file(u"a.aln"_s, rows)},
              {u"expected 60 columns, found 57"_s, u"align the sequences"_s}, 5);
    t.refused(u"Stockholm"_s, {t.file(u"a.sto"_s, stockholm(rows))}, {u"expected 60 columns, found 57"_s}, 6);
    t.asked(u"FASTA"_s, {t.file(u"a.fasta"_s, records(rows))}, {u"expected 60 columns, found 57"_s},
            {u"Remove the gaps"_s})
        .line = 9;
    t.refused(u"A3M"_s, {t.file(u"a.a3m"_s, ">q\nMADKELKF\n>b\nMAggDKELKF\n>c\nMA-KELK\n")},
              {u"expected 8 columns, found 7"_s}, 5);
    t.cases.back().fate = BadFate::Asked;
    t.cases.back().choices = {u"Remove the gaps"_s};
    t.refused(u"a cut Stockholm file"_s, {t.file(u"cut.sto"_s, stockholm(family(9, 2)).chopped(20))},
              {u"cut off"_s, u"whole file"_s});
    t.refused(u"an aln with a foreign sign"_s,
              {t.file(u"sign.aln"_s, family(9, 3).replace(61 * 3 + 4, 1, "?"))}, {u"“?” in column 5"_s}, 4);
    t.refused(u"a row too few columns"_s, {t.file(u"narrow.aln"_s, "MA-\nMAK\nM-K\n")}, {u"expected 5 to"_s});
    t.accepted(u"an aln without gaps"_s, {t.file(u"ungapped.aln"_s, family(40, 4, false))},
               {u"40 lines of one length without gaps"_s});
    t.accepted(u"two rows without gaps"_s, {t.file(u"pair.aln"_s, family(2, 5, false))},
               {u"2 lines of one length without gaps"_s});
    t.accepted(u"one row that is aligned"_s, {t.file(u"lone.sto"_s, stockholm(family(1, 6)))},
               {u"query alone"_s});
}

void addQueries(BadInputTable &t)
{
    t.begin(u"insertions, and a query that is not first"_s);
    t.accepted(u"A3M with insertions"_s,
               {t.file(u"in.a3m"_s, records(family(9, 7)).replace("\n>r3", "acd\n>r3"))}, {})
        .mayBeNothing = true;
    const QByteArray rows = family(9, 8);
    const QByteArray third = QByteArray(rows.split('\n')[3]).replace("-", "");
    t.accepted(u"the query is row 4"_s,
               {t.file(u"r.fasta"_s, records(rows)), t.file(u"q.fa"_s, ">mine\n" + third + "\n")},
               {u"query was row 4"_s});
    t.accepted(u"a query with gaps of its own"_s,
               {t.file(u"g.sto"_s, stockholm("MADKELKF--LVV\nMADKELKFLVLVV\nMADKEVKFLVLVV\n"))}, {});
    t.cases.back().mayBeNothing = true;
    t.asked(u"a sequence that is no row"_s,
            {t.file(u"s.fasta"_s, records(family(9, 9))),
             t.file(u"stranger.fa"_s, ">stranger\n" + badInputProtein().mid(4).replace(6, 1, "W") + "\n")},
            {u"no row is the query “stranger”"_s, u"with the first row, “r0”, it shares"_s,
             u"of 56 aligned residues"_s},
            {u"Use the alignment alone"_s});

    t.begin(u"parts of different proteins"_s);
    t.refused(u"couplings and a sequence of another length"_s,
              {t.path(u"c.braw"_s), t.file(u"short.fa"_s, ">short\nMADKELKFLVV\n")},
              {u"couplings are of 6 residues, short has 11"_s, u"inferred from"_s});
    CouplingTensor couplings(6);
    couplings.stored(0, 1)[22] = 0.5F;
    t.isWhole = saveBinaryCouplings(t.cases.back().files[0], couplings).isOk() && t.isWhole;
    t.accepted(u"couplings alone"_s, {t.cases.back().files[0]}, {u"residues are unknown (X)"_s});
    t.refused(u"couplings and an alignment of another length"_s,
              {t.cases.back().files[0], t.file(u"other.aln"_s, family(9, 10))},
              {u"couplings are of 6 residues"_s, u"has 60"_s});
}

const char *threeLetters(char residue)
{
    static const char *const names[] = {"ALA", "CYS", "ASP", "GLU", "PHE", "GLY", "HIS", "ILE", "LYS", "LEU",
                                        "MET", "ASN", "PRO", "GLN", "ARG", "SER", "THR", "VAL", "TRP", "TYR"};
    const qsizetype at = QByteArray("ACDEFGHIKLMNPQRSTVWY").indexOf(residue);
    return at < 0 ? "UNK" : names[at];
}

struct Atom
{
    const char *name = " CA ";
    const char *residue = "ALA";
    char chain = 'A';
    int number = 1;
    char insertion = ' ';
    char alternate = ' ';
    double x = 0;
    double y = 0;
    const char *record = "ATOM  ";
};

QByteArray line(const Atom &a)
{
    return QByteArray::fromStdString(
        QString::asprintf("%s%5d %s%c%s %c%4d%c   %8.3f%8.3f   0.000  1.00  0.00           C  \n", a.record,
                          a.number, a.name, a.alternate, a.residue, a.chain, a.number, a.insertion, a.x, a.y)
            .toStdString());
}

/// A spiral of Cα (and Cβ) atoms.
QByteArray chain(const QByteArray &residues, char name = 'A', bool beta = true, int from = 1)
{
    QByteArray text;
    for (int n = 0; n < residues.size(); ++n) {
        Atom atom{.residue = threeLetters(residues[n]),
                  .chain = name,
                  .number = from + n,
                  .x = 3.0 * (from + n),
                  .y = 20 * std::sin(n / 3.0)};
        text += line(atom);
        atom.name = " CB ";
        atom.y += 1.5;
        if (beta && residues[n] != 'G')
            text += line(atom);
    }
    return text + "TER\n";
}

QStringList withAlignment(BadInputTable &t, const QByteArray &structure, int variant)
{
    return {t.file(u"p.aln"_s, family(9, variant)), t.file(u"s.pdb"_s, structure)};
}

void addChoices(BadInputTable &t)
{
    t.begin(u"ambiguous structures"_s);
    const QByteArray whole = badInputProtein();
    t.accepted(u"two chains"_s, withAlignment(t, chain(whole.left(30)) + chain(whole, 'B') + "END\n", 11),
               {u"chain B, which fits best of 2 chains"_s, u"identity 98 %, 1 mismatches, 0 missing"_s});
    t.accepted(u"two models"_s,
               withAlignment(t,
                             "MODEL        1\n" + chain(whole) + "ENDMDL\nMODEL        2\n" + chain(whole) +
                                 "ENDMDL\nEND\n",
                             12),
               {u"first of 2 models"_s});
    Atom twice{.number = 1, .alternate = 'B', .x = 0.5};
    twice.residue = "MET";
    QByteArray alternates = chain(whole) + "END\n";
    alternates.replace(16, 1, "A");
    t.accepted(u"alternate locations"_s,
               withAlignment(t, line(twice).prepend(alternates.left(81)) + alternates.mid(81), 13),
               {u"first of several locations was taken for 1 of its residues"_s});
    // 1, 1A, 1B …: numbers that are not unique and do not count.
    QByteArray inserted;
    for (int n = 0; n < whole.size(); ++n)
        inserted += line({.residue = threeLetters(whole[n]),
                          .number = 52,
                          .insertion = n == 0 ? ' ' : char('A' + (n - 1) % 26),
                          .x = 4.0 * n,
                          .y = double(n % 7)})
                        .replace(22, 4, QByteArray::number(52 + n / 27).rightJustified(4));
    t.accepted(u"insertion codes"_s, withAlignment(t, inserted + "END\n", 14),
               {u"60 of 60 residues aligned"_s, u"no Cβ: Cα is used"_s});
    t.accepted(u"selenomethionine"_s,
               withAlignment(t,
                             chain(whole)
                                     .replace("ATOM      1  CA  MET", "HETATM    1  CA  MSE")
                                     .replace("ATOM      1  CB  MET", "HETATM    1  CB  MSE") +
                                 "END\n",
                             15),
               {u"modified residues were read as the amino acids they come from (1)"_s});
    t.accepted(u"no Cβ"_s, withAlignment(t, chain(whole, 'A', false) + "END\n", 16),
               {u"aligned residues of"_s, u"have no Cβ: Cα is used"_s});
    t.accepted(
        u"missing residues and other numbers"_s,
        withAlignment(
            t, chain(whole.left(20), 'A', true, 501) + chain(whole.mid(28), 'A', true, 600) + "END\n", 17),
        {u"52 of 60 residues aligned"_s, u"8 missing"_s});
    t.refused(u"another protein"_s,
              withAlignment(t, chain(QByteArray("GPGPSGPGPT").repeated(4)) + "END\n", 18),
              {u"does not belong to the sequence"_s, u"at least 20 % are asked for"_s,
               u"same protein or of a relative"_s});
    t.refused(u"a structure alone"_s, {t.file(u"alone.pdb"_s, chain(whole) + "END\n")},
              {u"structure alone starts no job"_s, u"together with it"_s});
    t.refused(u"no protein"_s,
              withAlignment(t, line({.name = " O  ", .residue = "HOH", .record = "HETATM"}) + "END\n", 19),
              {u"no protein in the structure"_s, u"protein chain"_s});
    t.refused(u"no coordinates"_s, withAlignment(t, chain(whole).replace(30 + 81 * 2, 8, "    ****"), 20),
              {u"three coordinates"_s}, 3);
    t.refused(u"all at one point"_s,
              withAlignment(t, line({.number = 1}) + line({.number = 2}) + "END\n", 21), {u"same point"_s});
    t.refused(u"a cut mmCIF"_s,
              withAlignment(t, "data_X\nloop_\n_atom_site.id\n_atom_site.type_symbol\n1\n", 22),
              {u"damaged"_s});
}

} // namespace

void addBadAlignments(BadInputTable &table)
{
    addRagged(table);
    addQueries(table);
}

void addBadStructures(BadInputTable &table)
{
    addChoices(table);
}

} // namespace WhiteBox::Test
