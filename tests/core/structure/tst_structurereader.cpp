// SPDX-License-Identifier: GPL-3.0-or-later
// Files are made here, a line at a time, in the columns of the PDB format 3.3.
#include "core/structure/structurereader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace WhiteBox;

class TestStructureReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void residuesComeInFileOrder();
    void firstAlternateLocationCounts();
    void microheterogeneityIsOneResidue();
    void insertionCodesStayInOrder();
    void selenomethionineIsMethionine();
    void unknownResidueIsX();
    void missingCbIsCa();
    void residuesWithoutCaAndWatersAreLeftOut();
    void calciumIsNoResidue();
    void chainsAreThoseOfTheFirstModel();
    void mmcifIsRead();
    void gzippedFileIsRead();
    void chainThatFitsTheQueryIsChosen();
    void uselessFilesAreRefused_data();
    void uselessFilesAreRefused();
    void impossibleCoordinatesAreRefused_data();
    void impossibleCoordinatesAreRefused();
    void truncatedArchiveIsRefused();
    void recordsThatAreNotUsedAreNotRead();
    void mmjsonIsReadWhereItsRowsAreWhole();

private:
    QTemporaryDir m_folder;
    QString write(const QString &name, const QByteArray &bytes) const;
};

namespace {

struct Place
{
    double x = 0;
    double y = 0;
    double z = 0;
};

/// name: four columns, such as " CA "; residue: number and insertion code, five columns, such as "  52A".
QByteArray atom(const char *name, char alternate, const char *residueName, char chain, const char *residue,
                Place at, const char *element = "C", const char *record = "ATOM")
{
    char line[100];
    std::snprintf(line, sizeof line, "%-6s%5d %4s%c%3s %c%5s   %8.3f%8.3f%8.3f%6.2f%6.2f          %2s\n",
                  record, 1, name, alternate, residueName, chain, residue, at.x, at.y, at.z, 1.0, 20.0,
                  element);
    return line;
}

QByteArray alanine(char chain, const char *residue, double x)
{
    return atom(" N  ", ' ', "ALA", chain, residue, {x, 0, 1}, "N") +
           atom(" CA ", ' ', "ALA", chain, residue, {x, 0, 0}) +
           atom(" CB ", ' ', "ALA", chain, residue, {x, 1.5, 0});
}

std::vector<Structure> parsed(const QByteArray &bytes)
{
    auto chains = parseStructureChains(bytes, QStringLiteral("test.pdb"));
    return chains.isOk() ? std::move(chains).value() : std::vector<Structure>{};
}

/// A chain of Cα atoms of the given residues.
QByteArray chainOf(char chain, const char *const (&names)[12])
{
    QByteArray bytes;
    for (int k = 0; k < 12; ++k)
        bytes += atom(" CA ", ' ', names[k], chain, qPrintable(QStringLiteral("%1 ").arg(k + 1, 4)),
                      {3.8 * k, 0, 0});
    return bytes + "TER\n";
}

} // namespace

QString TestStructureReader::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void TestStructureReader::residuesComeInFileOrder()
{
    const auto chains = parsed(alanine('A', "   5 ", 1) + alanine('A', "   6 ", 2));
    QCOMPARE(chains.size(), std::size_t(1));
    QCOMPARE(chains[0].residues, std::string("AA"));
    QCOMPARE(chains[0].labels[1], QStringLiteral("6"));
    QCOMPARE(chains[0].ca[1], (Position{2, 0, 0}));
    QCOMPARE(chains[0].cb[1], (Position{2, 1.5, 0}));
    QVERIFY2(chains[0].name.contains(QStringLiteral("chain A")), qPrintable(chains[0].name));
}

void TestStructureReader::firstAlternateLocationCounts()
{
    const auto chains = parsed(atom(" CA ", 'A', "SER", 'A', "   1 ", {1, 0, 0}) +
                               atom(" CA ", 'B', "SER", 'A', "   1 ", {9, 0, 0}) +
                               atom(" CB ", 'A', "SER", 'A', "   1 ", {1, 1, 0}) +
                               atom(" CB ", 'B', "SER", 'A', "   1 ", {9, 1, 0}));
    QCOMPARE(chains.size(), std::size_t(1));
    QCOMPARE(chains[0].residues, std::string("S"));
    QCOMPARE(chains[0].ca[0], (Position{1, 0, 0}));
    QCOMPARE(chains[0].cb[0], (Position{1, 1, 0}));
}

void TestStructureReader::microheterogeneityIsOneResidue()
{
    const auto chains = parsed(alanine('A', "   1 ", 0) + atom(" CA ", 'A', "SER", 'A', "   2 ", {4, 0, 0}) +
                               atom(" CA ", 'B', "THR", 'A', "   2 ", {5, 0, 0}) + alanine('A', "   3 ", 8));
    QCOMPARE(chains.size(), std::size_t(1));
    QCOMPARE(chains[0].residues, std::string("ASA"));
    QCOMPARE(chains[0].ca[1], (Position{4, 0, 0}));
}

void TestStructureReader::insertionCodesStayInOrder()
{
    const auto chains =
        parsed(alanine('A', "  52 ", 0) + alanine('A', "  52A", 4) + alanine('A', "  53 ", 8));
    QCOMPARE(chains.size(), std::size_t(1));
    QCOMPARE(chains[0].labels.size(), std::size_t(3));
    QCOMPARE(chains[0].labels[1], QStringLiteral("52A"));
    QCOMPARE(chains[0].ca[1], (Position{4, 0, 0}));
}

void TestStructureReader::selenomethionineIsMethionine()
{
    const auto chains =
        parsed(alanine('A', "   1 ", 0) + atom(" CA ", ' ', "MSE", 'A', "   2 ", {4, 0, 0}, "C", "HETATM") +
               alanine('A', "   3 ", 8));
    QCOMPARE(chains.size(), std::size_t(1));
    QCOMPARE(chains[0].residues, std::string("AMA"));
}

void TestStructureReader::unknownResidueIsX()
{
    const auto chains = parsed(alanine('A', "   1 ", 0) + atom(" CA ", ' ', "UNK", 'A', "   2 ", {4, 0, 0}));
    QCOMPARE(chains.size(), std::size_t(1));
    QCOMPARE(chains[0].residues, std::string("AX"));
}

void TestStructureReader::missingCbIsCa()
{
    const auto chains = parsed(atom(" CA ", ' ', "GLY", 'A', "   1 ", {1, 2, 3}) +
                               atom(" CA ", ' ', "LEU", 'A', "   2 ", {4, 5, 6}));
    QCOMPARE(chains.size(), std::size_t(1));
    QCOMPARE(chains[0].cb[0], (Position{1, 2, 3}));
    QCOMPARE(chains[0].cb[1], (Position{4, 5, 6}));
}

void TestStructureReader::residuesWithoutCaAndWatersAreLeftOut()
{
    const auto chains =
        parsed(alanine('A', "   1 ", 0) + atom(" N  ", ' ', "LEU", 'A', "   2 ", {4, 0, 0}, "N") +
               alanine('A', "   3 ", 8) + atom(" O  ", ' ', "HOH", 'A', " 101 ", {9, 9, 9}, "O", "HETATM"));
    QCOMPARE(chains.size(), std::size_t(1));
    QCOMPARE(chains[0].residues, std::string("AA"));
    QCOMPARE(chains[0].labels[1], QStringLiteral("3"));
}

void TestStructureReader::calciumIsNoResidue()
{
    // The ion's atom is called CA too, a column to the left.
    const auto chains =
        parsed(alanine('A', "   1 ", 0) + atom("CA  ", ' ', " CA", 'A', " 201 ", {9, 9, 9}, "CA", "HETATM"));
    QCOMPARE(chains.size(), std::size_t(1));
    QCOMPARE(chains[0].residues, std::string("A"));
}

void TestStructureReader::chainsAreThoseOfTheFirstModel()
{
    const auto chains =
        parsed("MODEL        1\n" + alanine('A', "   1 ", 1) + "TER\n" + alanine('B', "   1 ", 2) +
               "TER\nENDMDL\nMODEL        2\n" + alanine('A', "   1 ", 7) + "TER\nENDMDL\nEND\n");
    QCOMPARE(chains.size(), std::size_t(2));
    QCOMPARE(chains[0].ca[0], (Position{1, 0, 0}));
    QCOMPARE(chains[1].ca[0], (Position{2, 0, 0}));
}

void TestStructureReader::mmcifIsRead()
{
    const auto chains = parseStructureChains(
        "data_TEST\nloop_\n_atom_site.group_PDB\n_atom_site.id\n_atom_site.type_symbol\n_atom_site.label_"
        "atom_id\n"
        "_atom_site.label_alt_id\n_atom_site.label_comp_id\n_atom_site.label_asym_id\n_atom_site.label_seq_"
        "id\n"
        "_atom_site.pdbx_PDB_ins_code\n_atom_site.Cartn_x\n_atom_site.Cartn_y\n_atom_site.Cartn_z\n"
        "_atom_site.occupancy\n_atom_site.B_iso_or_equiv\n_atom_site.auth_seq_id\n_atom_site.auth_asym_id\n_"
        "atom_site.pdbx_PDB_model_num\n"
        "ATOM 1 C CA . TRP A 1 ? 1.0 2.0 3.0 1.0 20.0 21 X 1\n"
        "ATOM 2 C CB . TRP A 1 ? 1.0 3.5 3.0 1.0 20.0 21 X 1\n"
        "HETATM 3 C CA A MSE A 2 B 4.0 5.0 6.0 0.5 20.0 21 X 1\n"
        "HETATM 4 C CA B MSE A 2 B 7.0 5.0 6.0 0.5 20.0 21 X 1\n",
        QStringLiteral("test.cif"));
    QVERIFY2(chains.isOk(), chains.isOk() ? "" : qPrintable(chains.error().text()));
    QCOMPARE(chains.value().size(), std::size_t(1));
    const Structure &structure = chains.value()[0];
    QCOMPARE(structure.residues, std::string("WM"));
    QCOMPARE(structure.labels[1], QStringLiteral("21B"));
    QCOMPARE(structure.cb[0], (Position{1, 3.5, 3}));
    QCOMPARE(structure.ca[1], (Position{4, 5, 6}));
    QVERIFY2(structure.name.contains(QStringLiteral("chain X")), qPrintable(structure.name));
}

void TestStructureReader::gzippedFileIsRead()
{
    const QString path = m_folder.filePath(QStringLiteral("packed.pdb.gz"));
    const QByteArray bytes = alanine('A', "   1 ", 0) + alanine('A', "   2 ", 4);
    gzFile file = gzopen(QFile::encodeName(path).constData(), "wb");
    QCOMPARE(gzwrite(file, bytes.constData(), unsigned(bytes.size())), int(bytes.size()));
    QCOMPARE(gzclose(file), Z_OK);
    const auto chains = readStructureChains(path);
    QVERIFY2(chains.isOk(), chains.isOk() ? "" : qPrintable(chains.error().text()));
    QCOMPARE(chains.value()[0].residues, std::string("AA"));
}

void TestStructureReader::chainThatFitsTheQueryIsChosen()
{
    const QString path = write(
        QStringLiteral("two.pdb"),
        chainOf('A', {"ALA", "ALA", "GLY", "GLY", "ALA", "SER", "SER", "GLY", "ALA", "ALA", "SER", "GLY"}) +
            chainOf('B',
                    {"MET", "LYS", "TRP", "VAL", "THR", "PHE", "ILE", "SER", "LEU", "LEU", "PHE", "LEU"}));
    const auto match = readMatchingChain(path, "MKWVTFISLLFLF");
    QVERIFY2(match.isOk(), match.isOk() ? "" : qPrintable(match.error().text()));
    QVERIFY(match.value().structure.name.contains(QStringLiteral("chain B")));
    QCOMPARE(match.value().aligned, 12);
    QCOMPARE(match.value().mismatches, 0);
    QCOMPARE(match.value().residueOf.back(), -1);
}

void TestStructureReader::uselessFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("This is no structure.\n");
    QTest::newRow("sequence") << QByteArray(">CheY\nMADKELKFLVVDDFSTMRRI\n");
    QTest::newRow("bytes") << QByteArray("\x00\x01\xff\xfe\x80\x00", 6);
    QTest::newRow("only water") << atom(" O  ", ' ', "HOH", 'A', "   1 ", {1, 2, 3}, "O", "HETATM");
    QTest::newRow("coordinates that are no numbers")
        << QByteArray("ATOM      1  CA  ALA A   1       x.xxx   y.yyy   z.zzz  1.00 20.00           C\n");
    QTest::newRow("a broken loop") << QByteArray(
        "data_X\nloop_\n_atom_site.id\n_atom_site.type_symbol\n1 C 2\n");
}

void TestStructureReader::uselessFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    const auto chains = readStructureChains(write(QStringLiteral("useless"), bytes));
    QVERIFY(!chains.isOk());
    QVERIFY(chains.error().kind == ErrorKind::Parse || chains.error().kind == ErrorKind::InvalidInput);
    QVERIFY(!chains.error().why.isEmpty() && !chains.error().remedy.isEmpty());
    QVERIFY2(!chains.error().why.contains(QLatin1Char('\n')), qPrintable(chains.error().why));
}

void TestStructureReader::impossibleCoordinatesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    const QByteArray first = alanine('A', "   1 ", 0) + alanine('A', "   2 ", 4);
    QTest::newRow("all zero") << alanine('A', "   1 ", 0) + alanine('A', "   2 ", 0)
                              << QStringLiteral("residues 1 and 2");
    QTest::newRow("two residues at one point")
        << first + alanine('A', "   7B", 4) << QStringLiteral("residues 2 and 7B");
    QTest::newRow("nan") << first + alanine('A', "   3 ", 8).replace("   8.000", "     nan")
                         << QStringLiteral("coordinates");
    QTest::newRow("mmCIF without coordinates")
        << QByteArray(
               "data_TEST\nloop_\n_atom_site.group_PDB\n_atom_site.id\n_atom_site.type_symbol\n_atom_site."
               "label_atom_id\n"
               "_atom_site.label_alt_id\n_atom_site.label_comp_id\n_atom_site.label_asym_id\n_atom_site."
               "label_seq_id\n"
               "_atom_site.pdbx_PDB_ins_code\n_atom_site.Cartn_x\n_atom_site.Cartn_y\n_atom_site.Cartn_z\n"
               "_atom_site.occupancy\n_atom_site.B_iso_or_equiv\n_atom_site.auth_seq_id\n_atom_site.auth_"
               "asym_id\n"
               "_atom_site.pdbx_PDB_model_num\n"
               "ATOM 1 C CA . TRP A 1 ? 1.0 2.0 3.0 1.0 20.0 21 X 1\nATOM 2 C CA . ALA A 2 ? ? ? ? 1.0 20.0 "
               "22 X 1\n")
        << QStringLiteral("residue 22");
}

// A structure whose coordinates were all 0.000 gave a precision of 100 % everywhere.
void TestStructureReader::impossibleCoordinatesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const auto chains = parseStructureChains(bytes, QStringLiteral("test.pdb"));
    QVERIFY(!chains.isOk());
    QCOMPARE(chains.error().kind, ErrorKind::Parse);
    QVERIFY2(chains.error().why.contains(message), qPrintable(chains.error().text()));
}

void TestStructureReader::truncatedArchiveIsRefused()
{
    QByteArray bytes;
    for (int k = 0; k < 2000; ++k)
        bytes += alanine('A', qPrintable(QStringLiteral("%1 ").arg(k % 9999, 4)), 3.8 * k + 0.137 * (k % 17));
    const QString path = m_folder.filePath(QStringLiteral("cut.pdb.gz"));
    gzFile file = gzopen(QFile::encodeName(path).constData(), "wb");
    QCOMPARE(gzwrite(file, bytes.constData(), unsigned(bytes.size())), int(bytes.size()));
    QCOMPARE(gzclose(file), Z_OK);
    QVERIFY(QFile::resize(path, QFileInfo(path).size() / 2));
    const auto chains = readStructureChains(path);
    QVERIFY(!chains.isOk());
    QCOMPARE(chains.error().kind, ErrorKind::Io);
    QVERIFY(!readStructureChains(m_folder.path()).isOk());
    QVERIFY(!readStructureChains(m_folder.filePath(QStringLiteral("none.pdb"))).isOk());
}

// Found by fuzzing: gemmi 0.5 reads LINK records beyond their end, and refuses a file for a misplaced ANISOU.
void TestStructureReader::recordsThatAreNotUsedAreNotRead()
{
    const QByteArray atoms =
        atom(" CA ", ' ', "ALA", 'A', "   1 ", {1, 2, 3}) + atom(" CA ", ' ', "GLY", 'A', "   2 ", {4, 5, 6});
    const auto plain = parseStructureChains(atoms, QStringLiteral("plain"));
    const auto odd = parseStructureChains("HEADER    X\nANISOU\nLINK\nLINK(     7  C  TE  3.000\nDBREF2\n" +
                                              atoms + "TER\nEND\n",
                                          QStringLiteral("odd"));
    QVERIFY(plain.isOk() && odd.isOk());
    QCOMPARE(odd.value().front().residues, plain.value().front().residues);
    QVERIFY(
        !parseStructureChains("atom      1  CA  ALA A   1         x       y       z\n", QStringLiteral("low"))
             .isOk());
}

// The categories' names are bare, as in the files of PDBj. Found by fuzzing: gemmi 0.5 takes the last of no
// rows.
void TestStructureReader::mmjsonIsReadWhereItsRowsAreWhole()
{
    const auto file = [](const QByteArray &ids, const QByteArray &x) {
        return "{\"data_T\":{\"atom_site\":{\"id\":" + ids +
               ",\"type_symbol\":[\"C\",\"C\"],\"label_atom_id\":[\"CA\",\"CA\"],\"label_comp_id\":[\"ALA\","
               "\"SER\"],"
               "\"label_alt_id\":[null,null],\"label_asym_id\":[\"A\",\"A\"],\"auth_asym_id\":[\"A\",\"A\"],"
               "\"auth_seq_id\":[1,2],\"occupancy\":[1,1],\"B_iso_or_equiv\":[0,0],\"Cartn_y\":[0,1],\"Cartn_"
               "z\":[0,0],\"Cartn_x\":" +
               x + "}}}";
    };
    const auto chains = parseStructureChains(file("[1,2]", "[0.125,3.8]"), QStringLiteral("in"));
    QVERIFY2(chains.isOk(), qPrintable(chains.isOk() ? QString() : chains.error().text()));
    QCOMPARE(chains.value().front().residues, std::string("AS"));
    QCOMPARE(chains.value().front().ca[0][0], 0.125);
    for (const QByteArray &wrong :
         {file("[]", "[0.125,3.8]"), file("[1,2]", "[0.125]"), file("{}", "[0,1]"),
          QByteArray("{\"data_T\":{}}"), QByteArray("{\"data_T\":{\"atom_site\":{\"id\":[]}}}")})
        QCOMPARE(parseStructureChains(wrong, QStringLiteral("in")).error().kind, ErrorKind::Parse);
}

QTEST_GUILESS_MAIN(TestStructureReader)
#include "tst_structurereader.moc"
