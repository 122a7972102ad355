// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coevolution/ccmpredfiles.h"
#include "core/export/couplingarrays.h"
#include "core/pipeline/jobinput.h"
#include "core/store/resultfile.h"
#include "core/structure/structurereader.h"
#include "tests/support/shareddata.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <sys/stat.h>

using namespace WhiteBox;

namespace {

Error errorOf(const Result<std::vector<JobInput>> &read)
{
    return read.isOk() ? Error() : read.error();
}

bool tells(const JobInput &input, const char *words)
{
    return !input.notices.filter(QString::fromUtf8(words)).isEmpty();
}

} // namespace

class TestJobInput : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString write(const char *name, const QByteArray &text)
    {
        QFile file(m_dir.filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }

    QString writeCouplings(const char *name, int length, bool binary)
    {
        CouplingTensor couplings(length);
        couplings.stored(0, 1)[22] = 0.5F;
        const QString path = m_dir.filePath(QString::fromUtf8(name));
        const Result<void> saved =
            binary ? saveBinaryCouplings(path, couplings) : saveRawCouplings(path, couplings);
        return saved.isOk() ? path : QString();
    }

    QString writeCutCouplings(const char *name)
    {
        QFile file(writeCouplings(name, 6, false));
        return file.resize(file.size() / 2) ? file.fileName() : QString();
    }

    /// A straight chain of Cα atoms, 3.8 Å apart.
    static QByteArray pdb(const QByteArrayList &residues)
    {
        QByteArray text;
        for (int n = 0; n < residues.size(); ++n)
            text += QByteArray::fromStdString(
                QString::asprintf(
                    "ATOM  %5d  CA  %s A%4d    %8.3f   0.000   0.000  1.00  0.00           C  \n", n + 1,
                    residues[n].constData(), n + 101, 3.8 * n)
                    .toStdString());
        return text + "END\n";
    }

private Q_SLOTS:
    void sequencesEnterAtTheSearch()
    {
        const auto read = loadJobInputs({write("two.txt", ">a\nMADKELKFLVV\n>b\nGGSSPPLLKKAAVV\n")});
        QVERIFY(read.isOk());
        QCOMPARE(read.value().size(), std::size_t(2));
        QCOMPARE(read.value()[1].kind, InputKind::Sequence);
        QCOMPARE(read.value()[1].query.name, QStringLiteral("b"));
    }

    void namesDoNotDecide()
    {
        const auto read = loadJobInputs({write("lies.fasta", "MADKEL\nMA-KEL\n")});
        QVERIFY(read.isOk());
        QCOMPARE(read.value()[0].kind, InputKind::Alignment);
        QCOMPARE(read.value()[0].alignment->rows(), 2);
        QCOMPARE(read.value()[0].query.name, QStringLiteral("lies"));
    }

    void aSequenceNamesTheQueryOfItsAlignment()
    {
        const QString query = write("q.fa", ">CheY\nMADEL\n");
        const auto read = loadJobInputs({query, write("a.a3m", ">b\nMA-KEL\n>a\nMAD-EL\n")});
        QVERIFY(read.isOk());
        QCOMPARE(read.value().size(), std::size_t(1));
        QCOMPARE(read.value()[0].query.name, QStringLiteral("CheY"));
        QCOMPARE(read.value()[0].alignment->letters(0), std::string("MADEL"));
        const Error error = errorOf(loadJobInputs({query, write("b.a3m", ">b\nMA-KEL\n>a\nWWW-EL\n")}));
        QCOMPARE(error.kind, ErrorKind::Mismatch);
    }

    // Reading the alignment again for each sequence would take 4000 times as long.
    void manySequencesWithAnAlignmentAreReadOnce()
    {
        std::mt19937 random(5);
        const auto residues = [&random](int count) {
            QByteArray row;
            for (int i = 0; i < count; ++i)
                row += "ACDEFGHIKLMNPQRSTVWY"[random() % 20];
            return row;
        };
        QByteArray rows;
        QByteArray last;
        for (int n = 0; n < 2000; ++n) {
            last = residues(299);
            rows += ">r" + QByteArray::number(n) + '\n' + last.left(150) + '-' + last.mid(150) + '\n';
        }
        QByteArray sequences;
        for (int n = 0; n < 4000; ++n)
            sequences += ">s" + QByteArray::number(n) + '\n' + residues(60) + '\n';
        const QStringList paths{write("many.fa", sequences + ">theQuery\n" + last + '\n'),
                                write("large.a3m", rows)};
        QElapsedTimer clock;
        clock.start();
        const auto read = loadJobInputs(paths);
        QVERIFY2(read.isOk(), qPrintable(errorOf(read).text()));
        QVERIFY2(clock.elapsed() < 15000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(read.value().size(), std::size_t(4001));
        QCOMPARE(read.value().back().kind, InputKind::Alignment);
        QCOMPARE(read.value().back().query.name, QStringLiteral("theQuery"));
        StopSource stopped;
        stopped.request_stop();
        QVERIFY(errorOf(loadJobInputs(paths, {}, stopped.get_token())).isCancelled());
    }

    void ofSeveralFilesTheGoodOnesAreTaken()
    {
        const QStringList paths{write("one.fa", ">one\nMADKELKFLVV\n"), write("bad.fa", "%PDF-1.4\n"),
                                write("two.aln", "MADKEL\nMA-KEL\n"),
                                m_dir.filePath(QStringLiteral("none.fa")),
                                write("three.fa", ">three\nGGSSPPLLKKAAVV\n")};
        const auto read = loadUsableInputs(paths);
        QVERIFY(read.isOk());
        QStringList names;
        for (const JobInput &input : read.value().inputs)
            names << input.query.name;
        QCOMPARE(names, QStringList({QStringLiteral("one"), QStringLiteral("two"),
                                     QStringLiteral("three")})); // in the order of their files
        QCOMPARE(read.value().refused.size(), std::size_t(2));
        QCOMPARE(read.value().refused[0].file, paths[1]);
        QVERIFY(read.value().refused[0].why.contains(QLatin1String("PDF")));
        QCOMPARE(read.value().refused[1].file, paths[3]);
        // Who asks for all of them gets all or none.
        QCOMPARE(errorOf(loadJobInputs(paths)).file, paths[1]);
    }

    void whereNoFileIsGoodEachIsNamed()
    {
        const QStringList paths{write("bad1.fa", "%PDF-1.4\n"), m_dir.filePath(QStringLiteral("none.fa"))};
        const auto read = loadUsableInputs(paths);
        QVERIFY(read.isOk());
        QVERIFY(read.value().inputs.empty());
        QCOMPARE(read.value().refused.size(), std::size_t(2));
        QVERIFY(!loadUsableInputs({paths[0]}).isOk()); // alone its error can be asked about
        QVERIFY(!loadUsableInputs({paths[0], paths[0]}).isOk());
    }

    void aSequenceWithoutItsAlignmentIsNotSearchedWith()
    {
        const QString query = write("q.fa", ">q\nMADKEL\n");
        const QString ragged = write("ragged.a3m", ">q\nMADKEL\n>r\nMA-K-\n");
        QVERIFY(!loadUsableInputs({query, ragged}).isOk());
        const auto three = loadUsableInputs({query, ragged, write("p.fa", ">p\nGGSSPPLL\n")});
        QVERIFY(three.isOk());
        QCOMPARE(three.value().inputs.size(), std::size_t(2));
        QCOMPARE(three.value().refused.size(), std::size_t(1));
    }

    void halfOfAPairIsRefused_data()
    {
        QTest::addColumn<QString>("good");
        QTest::addColumn<QString>("bad");
        const QString query = write("half.fa", ">q\nMADKEL\n");
        const QString alignment = write("half.aln", "MADKEL\nMA-KEL\n");
        QTest::newRow("Clustal") << query << write("clustal.aln", "CLUSTAL W\n\nq MADKEL\n");
        QTest::newRow("MSF") << query << write("msf.msf", "!!AA_MULTIPLE_ALIGNMENT 1.0\n");
        QTest::newRow("PileUp") << query << write("pileup.msf", "PileUp\n\n");
        QTest::newRow("damaged gzip") << query << write("damaged.a3m.gz", "\x1f\x8b\x08 none");
        QTest::newRow("gone") << query << m_dir.filePath(QStringLiteral("gone.a3m"));
        QTest::newRow("empty") << query << write("empty.a3m", "");
        QTest::newRow("scores for couplings")
            << query << write("half.mat", (QByteArray("0.5\t").repeated(8) + '\n').repeated(8));
        QTest::newRow("couplings") << alignment << writeCutCouplings("half.raw");
        QTest::newRow("query") << alignment << write("half-bad.fa", ">bad\nMADK?LKF\n");
    }
    void halfOfAPairIsRefused()
    {
        QFETCH(QString, good);
        QFETCH(QString, bad);
        const auto read = loadUsableInputs({good, bad});
        QVERIFY(!read.isOk());
        QCOMPARE(read.error().file, bad);
        QVERIFY(!loadUsableInputs({bad, good}).isOk());
        // With another sequence it is no pair.
        const auto three = loadUsableInputs({good, bad, write("other.fa", ">p\nGGSSPPLLKK\n")});
        QVERIFY(three.isOk());
        QCOMPARE(three.value().inputs.size(), std::size_t(2));
        QCOMPARE(three.value().refused.size(), std::size_t(1));
    }

    void aStructureDoesNotMakeHalfAPairWhole()
    {
        const QString query = write("q.fa", ">q\nMADKELKFLVVDDF\n");
        const QString structure = write(
            "s.pdb", pdb({"MET", "ALA", "ASP", "LYS", "GLU", "LEU", "LYS", "PHE", "LEU", "VAL", "VAL"}));
        const QString ragged = write("ragged.a3m", ">q\nMADKEL\n>r\nMA-K-\n");
        const auto read = loadUsableInputs({query, ragged, structure});
        QVERIFY(!read.isOk());
        QCOMPARE(read.error().file, ragged);
        // Where more than one is bad, what is left out for their sake is named, too.
        const QString image = write("image.png", "\x89PNG\r\n\x1a\n");
        const auto several = loadUsableInputs({query, ragged, image, structure});
        QVERIFY(several.isOk());
        QVERIFY(several.value().inputs.empty());
        QCOMPARE(several.value().refused.size(), std::size_t(3));
        QCOMPARE(several.value().refused.back().file, query);
        QCOMPARE(several.value().files, 4);
    }

    void twoOfOneKindAreNoPair_data()
    {
        QTest::addColumn<QString>("good");
        QTest::addColumn<QString>("bad");
        QTest::newRow("alignments") << write("kind.aln", "MADKEL\nMA-KEL\n")
                                    << write("kind.a3m", ">q\nMADKEL\n>r\nMA-K-\n");
        QTest::newRow("couplings") << writeCouplings("kind.raw", 6, false) << writeCutCouplings("bad.raw");
        QTest::newRow("sequences") << write("kind.fa", ">q\nMADKEL\n") << write("bad.fa", ">q\nMAD?EL\n");
    }
    void twoOfOneKindAreNoPair()
    {
        QFETCH(QString, good);
        QFETCH(QString, bad);
        const auto read = loadUsableInputs({bad, good});
        QVERIFY2(read.isOk(), qPrintable(read.isOk() ? QString() : read.error().text()));
        QCOMPARE(read.value().inputs.size(), std::size_t(1));
        QCOMPARE(read.value().inputs[0].file, good);
        QCOMPARE(read.value().refused.size(), std::size_t(1));
        QCOMPARE(read.value().refused[0].file, bad);
    }

    void whatDoesNotFitDoesNotHoldUpTheOthers()
    {
        const QString alignment = write("fit.aln", "MADKEL\nMA-KEL\n");
        const QString couplings = writeCouplings("fit7.raw", 7, false);
        const QString query = write("fit.fa", ">x\nGGSSPPLLKK\n");
        const auto read = loadUsableInputs({alignment, couplings, query});
        QVERIFY(read.isOk());
        QCOMPARE(read.value().inputs.size(), std::size_t(2));
        QCOMPARE(read.value().inputs[0].file, alignment);
        QCOMPARE(read.value().inputs[1].file, query);
        QCOMPARE(read.value().refused.size(), std::size_t(1));
        QCOMPARE(read.value().refused[0].file, couplings);
    }

    void aStructureOfNoneOfSeveralIsLeftOut()
    {
        const QString structure = write("x.pdb", pdb({"TRP", "TRP", "HIS", "HIS", "TRP", "TRP", "HIS", "HIS",
                                                      "TRP", "TRP", "HIS", "HIS", "TRP", "TRP"}));
        const QString one = write("s1.fa", ">s1\nMADKELKFLVVDDFS\n");
        const auto read = loadUsableInputs({structure, one, write("s2.fa", ">s2\nGGSSPPLLKKAAVVIIEE\n")});
        QVERIFY(read.isOk());
        QCOMPARE(read.value().inputs.size(), std::size_t(2));
        QCOMPARE(read.value().refused.size(), std::size_t(1));
        QCOMPARE(read.value().refused[0].file, structure);
        QVERIFY(!loadUsableInputs({structure, one}).isOk()); // of a pair it was meant
        QVERIFY(!loadUsableInputs({write("empty.pdb", "HEADER    EMPTY\nEND\n"), one}).isOk());
    }

    void couplingsEnterAtThePrediction_data()
    {
        QTest::addColumn<bool>("binary");
        QTest::newRow("raw") << false;
        QTest::newRow("msgpack") << true;
    }
    void couplingsEnterAtThePrediction()
    {
        QFETCH(bool, binary);
        const QString couplings = writeCouplings("c.dat", 6, binary);
        const auto alone = loadJobInputs({couplings});
        QVERIFY2(alone.isOk(), qPrintable(errorOf(alone).text()));
        QCOMPARE(alone.value()[0].kind, InputKind::Couplings);
        QCOMPARE(alone.value()[0].query.residues, std::string("XXXXXX"));
        QVERIFY(tells(alone.value()[0], "carry no sequence"));
        const auto named = loadJobInputs({couplings, write("q.fa", ">q\nMADKEL\n")});
        QCOMPARE(named.value().size(), std::size_t(1));
        QCOMPARE(named.value()[0].query.residues, std::string("MADKEL"));
        const auto whole = loadJobInputs({write("a.aln", "MADKEL\nMA-KEL\n"), couplings});
        QCOMPARE(whole.value().size(), std::size_t(1));
        QCOMPARE(whole.value()[0].kind, InputKind::Couplings);
        QVERIFY(whole.value()[0].alignment != nullptr);
    }

    void couplingsOfAnotherLengthAreRefused()
    {
        const QString couplings = writeCouplings("c7.raw", 7, false);
        QCOMPARE(errorOf(loadJobInputs({couplings, write("q.fa", ">q\nMADKEL\n")})).kind,
                 ErrorKind::Mismatch);
        QCOMPARE(errorOf(loadJobInputs({couplings, write("a.aln", "MADKEL\nMA-KEL\n")})).kind,
                 ErrorKind::Mismatch);
    }

    void pastedCouplingsAreRead()
    {
        QFile file(writeCouplings("p.raw", 6, false));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = parseJobInputs(file.readAll(), QStringLiteral("clipboard"));
        QVERIFY2(read.isOk(), qPrintable(errorOf(read).text()));
        QCOMPARE(read.value()[0].couplings->at(0, 1, 1, 1), 0.5F);
    }

    void structuresAreMatchedBySequenceNotByNumber()
    {
        const QString structure =
            write("s.pdb",
                  pdb({"ALA", "ASP", "LYS", "GLU", "LEU", "LYS", "PHE", "LEU", "VAL", "VAL", "ASP", "ASP"}));
        const auto read = loadJobInputs({structure, write("q.fa", ">q\nMADKELKFLVVDDFS\n")});
        QVERIFY2(read.isOk(), qPrintable(errorOf(read).text()));
        QCOMPARE(read.value().size(), std::size_t(1));
        QVERIFY(read.value()[0].structure.has_value());
        QVERIFY2(tells(read.value()[0], "12 of 15 residues aligned, identity 100 %, 0 mismatches, 3 missing"),
                 qPrintable(read.value()[0].notices.join(QLatin1Char('\n'))));
        QVERIFY(tells(read.value()[0], "12 of 12 aligned residues of"));
        QVERIFY(tells(read.value()[0], "have no Cβ: Cα is used"));
        const Error error = errorOf(loadJobInputs({structure, write("w.fa", ">q\nWWWWHHHHWWWWHHHHQQ\n")}));
        QCOMPARE(error.kind, ErrorKind::Mismatch);
        QCOMPARE(errorOf(loadJobInputs({structure})).kind, ErrorKind::InvalidInput);
    }

    void realAlignmentAndStructureBelongTogether()
    {
        WB_SHARED_FILE(alignment, "data/msa/1ABA_A.aln.gz");
        WB_SHARED_FILE(structure, "data/structures/1ABA_A.pdb.gz");
        const auto read = loadJobInputs({structure, alignment});
        QVERIFY2(read.isOk(), qPrintable(errorOf(read).text()));
        QCOMPARE(read.value().size(), std::size_t(1));
        QCOMPARE(read.value()[0].alignment->rows(), 853); // as the data's README says
        QVERIFY(read.value()[0].structure.has_value());
        QVERIFY(!tells(read.value()[0], "residues aligned")); // a whole match is nothing to be warned of
    }

    void realMmcifIsRead()
    {
        WB_SHARED_FILE(fasta, "data/demo/1ABA_A/1ABA_A.fasta");
        WB_SHARED_FILE(structure, "data/demo/1ABA_A/1aba.cif");
        const auto read = loadJobInputs({fasta, structure});
        QVERIFY2(read.isOk(), qPrintable(errorOf(read).text()));
        QCOMPARE(read.value()[0].kind, InputKind::Sequence);
        QVERIFY(read.value()[0].structure.has_value());
    }

    void whatStartsNoJobIsNamed()
    {
        QCOMPARE(errorOf(loadJobInputs({})).kind, ErrorKind::InvalidInput);
        QVERIFY(errorOf(loadJobInputs({m_dir.path()})).why.contains(QLatin1String("folder")));
        const QString matrix = write("m.mat", (QByteArray("0.5\t").repeated(8) + '\n').repeated(8));
        QCOMPARE(errorOf(loadJobInputs({matrix})).kind, ErrorKind::Unsupported);
        const QString database = write("db.fa", QByteArray(">a\nMADKEL\n").repeated(kMostQueries + 1));
        QVERIFY(errorOf(loadJobInputs({database})).what.contains(QLatin1String("database")));
        QVERIFY(errorOf(loadJobInputs({write("c.aln", "CLUSTAL W\n\nq MADKEL\n")}))
                    .why.contains(QLatin1String("not read")));
        QVERIFY(errorOf(loadJobInputs({write("x.fa", "%PDF-1.4\n")})).why.contains(QLatin1String("PDF")));
        const QString pipe = m_dir.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(errorOf(loadJobInputs({pipe})).why.contains(QLatin1String("FIFO")));
        // gzopen would wait for a writer.
        QVERIFY(readMatchingChain(pipe, "MADKEL").error().why.contains(QLatin1String("FIFO")));
    }

    // They were to be saved as plain text.
    void arraysAndNetworksAreNamed()
    {
        const Error array = errorOf(loadJobInputs({write("a.fa", QByteArray("\x93NUMPY\x01\x00", 8))}));
        QCOMPARE(array.kind, ErrorKind::Unsupported);
        QVERIFY2(array.why.contains(QLatin1String("NumPy array")), qPrintable(array.text()));
        QVERIFY2(array.remedy.contains(QLatin1String("whitebox-cli predict")), qPrintable(array.text()));
        const QString couplings = m_dir.filePath(QStringLiteral("c.h5"));
        const CouplingTensor tensor(6);
        QVERIFY(saveCouplingsHdf5(couplings, tensor, contactScore(tensor), {}).isOk());
        const Error hdf5 = errorOf(loadJobInputs({couplings}));
        QVERIFY2(hdf5.why.contains(QLatin1String("couplings")), qPrintable(hdf5.text()));
        QVERIFY2(hdf5.remedy.contains(QLatin1String("--raw")), qPrintable(hdf5.text()));
        JobResult result;
        result.query = {QStringLiteral("q"), {}, "MADKEL"};
        const QString job = m_dir.filePath(QStringLiteral("result.h5"));
        QVERIFY(saveResult(result, job).isOk());
        const Error stored = errorOf(loadJobInputs({job}));
        QVERIFY2(stored.why.contains(QLatin1String("result of a job")), qPrintable(stored.text()));
        QVERIFY2(stored.remedy.contains(QLatin1String("whitebox-cli explain")), qPrintable(stored.text()));
        QByteArray weights("\x10\0\0\0\0\0\0\0{\"a\":{\"dtype\":\"", 24);
        const Error network = errorOf(loadJobInputs({write("w.fa", weights)}));
        QVERIFY2(network.why.contains(QLatin1String("safetensors")), qPrintable(network.text()));
        QVERIFY2(network.remedy.contains(QLatin1String("--model")), qPrintable(network.text()));
    }

    void answersReachTheReader()
    {
        const QString gaps = write("g.fa", ">q\nMAD--KELKF\n");
        QVERIFY(!loadJobInputs({gaps}).isOk());
        FastaOptions options;
        options.removeGaps = true;
        QCOMPARE(loadJobInputs({gaps}, options).value()[0].query.residues, std::string("MADKELKF"));
    }

    void theSameFileTwiceIsOneInput()
    {
        const QString path = write("q.fa", ">q\nMADKELKF\n");
        QCOMPARE(loadJobInputs({path, path}).value().size(), std::size_t(1));
    }

    void anyBytesAreAResultNeverACrash()
    {
        std::mt19937 random(19);
        const QByteArrayList starts{"",          "ATOM  ", "data_x\n",         "\x84", "0.5\t0.5\n", ">a\n",
                                    "HEADER \n", "{",      "# STOCKHOLM 1.0\n"};
        for (int round = 0; round < 1500; ++round) {
            QByteArray text(int(random() % 200), '\0');
            for (char &c : text)
                c = round % 2 ? char(random()) : "0123456789.-\t\nACDEFG#>\"_"[random() % 25];
            (void)parseJobInputs(starts[round % starts.size()] + text, {});
        }
    }
};

QTEST_GUILESS_MAIN(TestJobInput)
#include "tst_jobinput.moc"
