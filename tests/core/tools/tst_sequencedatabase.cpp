// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/sequencedatabase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;

class TestSequenceDatabase : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString write(const QByteArray &text)
    {
        QFile file(m_dir.filePath(QStringLiteral("db.fa")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName();
    }

private Q_SLOTS:
    void aGoodDatabaseIsCounted()
    {
        const QString path = write(">a x\nMADKEL\nKFLVV\n>b\nMADKELX*\n");
        const Result<DatabaseInfo> info = checkDatabase(path);
        QVERIFY2(info.isOk(), info.isOk() ? "" : qPrintable(info.error().text()));
        QCOMPARE(info.value().sequences, qint64(2));
        QVERIFY(info.value().exact);
        QCOMPARE(countDatabase(path).value().sequences, qint64(2));
        QCOMPARE(countDatabase(path).value().residues, qint64(11 + 7)); // the * is none
    }

    void largeDatabasesAreEstimatedAndCounted()
    {
        const QString path = write(
            QByteArray(">abcdefgh\nMADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDGVDALNKLQ\n").repeated(150000));
        const DatabaseInfo info = checkDatabase(path).value();
        QVERIFY(!info.exact);
        QVERIFY(qAbs(info.sequences - 150000) < 1500);
        QCOMPARE(countDatabase(path).value().sequences, qint64(150000));
        QCOMPARE(countDatabase(path).value().residues, qint64(150000) * 47);
        StopSource stop;
        stop.request_stop();
        QVERIFY(countDatabase(path, stop.get_token()).error().isCancelled());
    }

    void whatCannotBeSearchedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("nothing in it");
        QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00", 4) << QStringLiteral("compressed");
        QTest::newRow("BOM") << QByteArray("\xef\xbb\xbf>a\nMADKEL\n") << QStringLiteral("byte order mark");
        QTest::newRow("no header") << QByteArray("MADKEL\n") << QStringLiteral("begins with");
        QTest::newRow("gap") << QByteArray(">a\nMAD-KEL\n") << QStringLiteral("“-”");
        QTest::newRow("headers alone") << QByteArray(">a\n>b\n") << QStringLiteral("no sequences");
        QTest::newRow("DNA") << QByteArray(">a\nACGTACGTACGTTGCATGCATGCATTGCA\n") << QStringLiteral("DNA");
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n") << QStringLiteral("PNG image");
    }
    void whatCannotBeSearchedIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        const Result<DatabaseInfo> info = checkDatabase(write(text));
        QVERIFY(!info.isOk());
        QCOMPARE(info.error().kind, ErrorKind::MissingTool);
        QVERIFY2(info.error().why.contains(why), qPrintable(info.error().why));
        // What is to be done with a query is no remedy here.
        QVERIFY2(!info.error().remedy.isEmpty() &&
                     !info.error().remedy.contains(QLatin1String("plain text")) &&
                     !info.error().remedy.contains(QLatin1String("alignment")),
                 qPrintable(info.error().remedy));
    }

    void whatIsNoFileIsRefused()
    {
        QCOMPARE(checkDatabase({}).error().kind, ErrorKind::MissingTool);
        QCOMPARE(checkDatabase(m_dir.path()).error().kind, ErrorKind::MissingTool);
        QCOMPARE(checkDatabase(QStringLiteral("/nowhere")).error().kind, ErrorKind::MissingTool);
        QCOMPARE(checkDatabase(QStringLiteral("/dev/zero")).error().kind, ErrorKind::MissingTool);
        QCOMPARE(countDatabase(m_dir.path()).error().kind, ErrorKind::Io);
    }
};

QTEST_GUILESS_MAIN(TestSequenceDatabase)
#include "tst_sequencedatabase.moc"
