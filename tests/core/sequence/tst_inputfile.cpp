// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sequence/fastareader.h"
#include "core/sequence/inputfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

using namespace WhiteBox;

class TestInputFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString write(const char *name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }

    QString writeGzip(const char *name, const QByteArray &bytes)
    {
        const QString path = m_dir.filePath(QString::fromUtf8(name));
        gzFile file = gzopen(QFile::encodeName(path).constData(), "wb");
        gzwrite(file, bytes.constData(), unsigned(bytes.size()));
        gzclose(file);
        return path;
    }

private Q_SLOTS:
    void whatIsNoTextIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("kind");
        QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n") << QStringLiteral("PNG image");
        QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0") << QStringLiteral("JPEG image");
        QTest::newRow("pdf") << QByteArray("%PDF-1.7\n") << QStringLiteral("PDF document");
        QTest::newRow("docx") << QByteArray("PK\x03\x04....[Content_Types].xml....word/document.xml")
                              << QStringLiteral("Word document (.docx)");
        QTest::newRow("odt") << QByteArray("PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text")
                             << QStringLiteral("OpenDocument text (.odt)");
        QTest::newRow("zip") << QByteArray("PK\x03\x04....") << QStringLiteral("ZIP archive");
        QTest::newRow("html") << QByteArray("\n<!DOCTYPE html><html>") << QStringLiteral("web page (HTML)");
        QTest::newRow("xz") << QByteArray("\xfd"
                                          "7zXZ\0",
                                          6)
                            << QStringLiteral("xz archive");
        QTest::newRow("binary") << QByteArray("MAD\0KEL", 7) << QStringLiteral("binary file");
        QTest::newRow("elf") << QByteArray("\x7f"
                                           "ELF\2\1\1")
                             << QStringLiteral("program");
    }
    void whatIsNoTextIsNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, kind);
        const auto read = loadFasta(write("dropped.fasta", bytes));
        QVERIFY(!read.isOk());
        QVERIFY2(read.error().why.contains(kind), qPrintable(read.error().text()));
        QVERIFY(!read.error().remedy.isEmpty());
    }

    void proteinsThatBeginLikeMagicBytesAreText()
    {
        for (const char *text : {"RIFFKLMADK", "MMKADEL", "BMKLADE", "MZKLADEL", "II*"})
            QCOMPARE(describeBinary(text), QString());
    }

    void foldersPipesAndMissingFilesAreRefusedAtOnce()
    {
        QVERIFY(loadFasta(m_dir.path()).error().why.contains(QLatin1String("folder")));
        const QString pipe = m_dir.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(loadFasta(pipe).error().why.contains(QLatin1String("FIFO"))); // a read would wait for ever
        QCOMPARE(loadFasta(m_dir.filePath(QStringLiteral("none"))).error().kind, ErrorKind::Io);
        QVERIFY(loadFasta(QStringLiteral("/dev/zero")).error().why.contains(QLatin1String("device")));
    }

    void unreadableFilesSayWhy()
    {
        const QString path = write("secret.fasta", ">a\nMADKELKFLVV\n");
        QVERIFY(QFile::setPermissions(path, {}));
        if (::geteuid() == 0)
            QSKIP("root reads everything");
        QCOMPARE(loadFasta(path).error().kind, ErrorKind::Io);
    }

    void gzipIsUnpacked()
    {
        const QByteArray text = ">a\nMADKELKFLVVDDFSTMRR\n";
        const Result<QByteArray> read = loadInputText(writeGzip("q.fasta.gz", text));
        QVERIFY(read.isOk());
        QCOMPARE(read.value(), text);
    }

    void cutGzipIsRefused()
    {
        QByteArray text;
        for (int n = 0; n < 5000; ++n)
            text += QByteArray::number(n * 7919) + '\n';
        const QString path = writeGzip("cut.gz", text);
        QVERIFY(QFile::resize(path, QFile(path).size() / 2));
        QCOMPARE(loadInputText(path).error().kind, ErrorKind::Io);
    }

    void unpackedSizeIsBounded()
    {
        const QString bomb = writeGzip("bomb.gz", QByteArray(3 << 20, 'A'));
        QVERIFY(QFile(bomb).size() < 10000);
        QCOMPARE(loadInputText(bomb, 1 << 20).error().kind, ErrorKind::Resources);
        QCOMPARE(loadInputText(bomb, 3 << 20).value().size(), qsizetype(3 << 20)); // just fits
        QCOMPARE(loadInputHead(bomb, 1000).value().size(), qsizetype(1000));
    }

    void oddFileNamesAreOpened()
    {
        for (const char *name : {"with space.fa", "-rf", "quote'\".fa", "new\nline.fa", "umlaut-ä.fa"})
            QVERIFY(loadFasta(write(name, ">a\nMADKELKFLVV\n")).isOk());
    }
};

QTEST_GUILESS_MAIN(TestInputFile)
#include "tst_inputfile.moc"
