// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filecopy.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;

class TestFileCopy : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }
    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void everyByteIsCopied()
    {
        QByteArray bytes(9'000'001, Qt::Uninitialized); // more than two pieces
        for (qsizetype k = 0; k < bytes.size(); ++k)
            bytes[k] = char(k * 31 + k / 4096);
        const QString from = write("from", bytes);
        write("to", "what was there");
        QVERIFY(copyFile(from, path("to")).isOk());
        QVERIFY(contents(path("to")) == bytes);
        QVERIFY(copyFile(from, from).isOk());
        QVERIFY(contents(from) == bytes);
    }

    void whatIsThereStaysUntilTheCopyIsWhole()
    {
        const QString to = write("precious", "precious");
        const auto missing = copyFile(path("nowhere"), to);
        QVERIFY(!missing.isOk());
        QCOMPARE(missing.error().kind, ErrorKind::Io);
        QVERIFY(!missing.error().why.isEmpty() && !missing.error().remedy.isEmpty());
        QCOMPARE(contents(to), QByteArray("precious"));
        StopSource stopped;
        stopped.request_stop();
        const auto cancelled = copyFile(write("source", "new"), to, stopped.get_token());
        QVERIFY(!cancelled.isOk() && cancelled.error().isCancelled());
        QCOMPARE(contents(to), QByteArray("precious"));
        QVERIFY(!copyFile(path("source"), path("no folder/copy")).isOk());
        QVERIFY(QDir(m_dir.path()).entryList({QStringLiteral("precious?*")}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFileCopy)
#include "tst_filecopy.moc"
