// SPDX-License-Identifier: GPL-3.0-or-later
// The package is a small fake of its own writing; the real one is read where it is installed, and compared
// with what a Python script independent of this code counts in it.
#include "core/tools/blastdatabase.h"
#include "core/tools/sequencedatabase.h"
#include "core/tools/swissprot.h"
#include "tests/support/fakeswissprot.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;

class TestSwissProt : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_package;
    QString m_destination;

    void change(const QString &name, const std::function<void(QByteArray &)> &how)
    {
        QFile file(m_package + u'/' + name);
        if (!file.open(QIODevice::ReadWrite))
            qFatal("cannot open");
        QByteArray bytes = file.readAll();
        how(bytes);
        file.resize(0);
        file.seek(0);
        file.write(bytes);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_package = m_dir->filePath(QStringLiteral("package"));
        m_destination = m_dir->filePath(QStringLiteral("databases/swissprot.fasta"));
        writeFakeSwissProt(m_package);
    }

    void eachAccessionIsWrittenOnceWithItsLetters()
    {
        double last = -1;
        bool rises = true;
        const auto built = buildSwissProt(m_destination, m_package, [&](double fraction) {
            rises = rises && fraction >= last && fraction <= 1;
            last = fraction;
        });
        QVERIFY2(built.isOk(), built.isOk() ? "" : qPrintable(built.error().text()));
        QCOMPARE(built.value().release, QStringLiteral("2014_01"));
        QCOMPARE(built.value().sequences, 4);
        QCOMPARE(built.value().residues, qint64(3 * 47 + 9));
        QVERIFY(last >= 0 && rises);
        const QByteArray residues = "MADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDGVDALNKLQ";
        QFile file(m_destination);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 ">A1\n" + residues + "\n>B2\n" + residues + "\n>D4\n" + residues + "\n>C3\nMXBZUOJ*W\n");
        QVERIFY(checkDatabase(m_destination).isOk());
        const auto again = buildSwissProt(m_destination, m_package);
        QVERIFY(again.isOk() && again.value().existed);
    }

    void withoutThePackageTheCommandIsTold()
    {
        const auto built = buildSwissProt(m_destination, m_dir->filePath(QStringLiteral("nowhere")));
        QCOMPARE(built.error().kind, ErrorKind::MissingTool);
        QVERIFY(built.error().remedy.contains(QLatin1String("apt-get install metastudent-data")));
        QVERIFY(!QFile::exists(m_destination));
    }

    void anotherVersionOfThePackageIsRefused()
    {
        change(QStringLiteral("dataversion.txt"), [](QByteArray &bytes) { bytes = "next\n"; });
        QCOMPARE(installedSwissProt(m_package).error().kind, ErrorKind::Parse);
    }

    void whatIsDamagedLeavesNothingBehind_data()
    {
        using Change = std::function<void(QByteArray &)>;
        QTest::addColumn<QString>("part");
        QTest::addColumn<Change>("how");
        const auto cut = [](QByteArray &bytes) { bytes.chop(bytes.size() / 2); };
        QTest::newRow("index cut") << "pin" << Change(cut);
        QTest::newRow("index of one byte") << "pin" << Change([](QByteArray &b) { b.truncate(1); });
        QTest::newRow("index empty") << "pin" << Change([](QByteArray &b) { b.clear(); });
        QTest::newRow("version 5") << "pin" << Change([](QByteArray &b) { b[3] = 5; });
        QTest::newRow("nucleotides") << "pin" << Change([](QByteArray &b) { b[7] = 0; });
        QTest::newRow("endless title") << "pin" << Change([](QByteArray &b) { b[8] = '\x7f'; });
        QTest::newRow("titles cut") << "phr" << Change(cut);
        QTest::newRow("title too long") << "phr" << Change([](QByteArray &b) { b[7] = '\x84'; });
        QTest::newRow("residues cut") << "psq" << Change(cut);
        QTest::newRow("no residue") << "psq" << Change([](QByteArray &b) { b[2] = 99; });
        QTest::newRow("a gap") << "psq" << Change([](QByteArray &b) { b[2] = 0; });
    }

    void whatIsDamagedLeavesNothingBehind()
    {
        QFETCH(QString, part);
        QFETCH(std::function<void(QByteArray &)>, how);
        change(QStringLiteral("dataset_201401/BPO/goasp.fasta.") + part, how);
        const auto built = buildSwissProt(m_destination, m_package);
        QVERIFY(!built.isOk());
        QCOMPARE(built.error().kind, ErrorKind::Parse);
        QVERIFY2(built.error().file.endsWith(part), qPrintable(built.error().text()));
        QVERIFY(QDir(m_dir->filePath(QStringLiteral("databases"))).isEmpty(QDir::Files | QDir::Hidden));
    }

    void cancellingLeavesNothingBehind()
    {
        StopSource stop;
        stop.request_stop();
        QVERIFY(buildSwissProt(m_destination, m_package, {}, stop.get_token()).error().isCancelled());
        QVERIFY(QDir(m_dir->filePath(QStringLiteral("databases"))).isEmpty(QDir::Files | QDir::Hidden));
    }

    void aFolderThatCannotBeWrittenIsTold()
    {
        QFile file(m_dir->filePath(QStringLiteral("databases"))); // a file where the folder belongs
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(buildSwissProt(m_destination, m_package).error().kind, ErrorKind::Io);
    }

    void thePackageHoldsWhatIsSaidOfIt()
    {
        const QString folder =
            qEnvironmentVariable("WHITEBOX_METASTUDENT", QLatin1String(kSwissProtPackageFolder));
        const auto release = installedSwissProt(folder);
        if (!release.isOk() || release.value() != QLatin1String("2014_01"))
            QSKIP("metastudent-data with Swiss-Prot 2014_01 is not installed");
        const auto built = buildSwissProt(m_destination, folder);
        QVERIFY2(built.isOk(), built.isOk() ? "" : qPrintable(built.error().text()));
        QCOMPARE(built.value().sequences, 516371);
        const auto count = countDatabase(m_destination);
        QVERIFY(count.isOk());
        QCOMPARE(count.value().sequences, qint64(516371));
        QCOMPARE(count.value().residues, built.value().residues);
        QCOMPARE(QFileInfo(m_destination).size(), kSwissProtFastaBytes);
    }
};

QTEST_GUILESS_MAIN(TestSwissProt)
#include "tst_swissprot.moc"
