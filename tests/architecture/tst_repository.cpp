// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of the repository that a person forgets: licence lines, file lengths, file names.
#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace {

const QString kRoot = QStringLiteral(WB_SOURCE_DIR);
constexpr int kLongestFile = 600; // lines

QStringList files(const QStringList &patterns)
{
    QStringList found;
    for (const char *top : {"core", "widgets", "app", "tests", "packaging", "resources"}) {
        QDirIterator it(kRoot + QLatin1Char('/') + QLatin1String(top), patterns, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            found << it.next();
    }
    return found;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySourceNamesItsLicence()
    {
        const QStringList sources =
            files({QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.sh"),
                   QStringLiteral("*.cmake"), QStringLiteral("CMakeLists.txt")});
        QVERIFY(sources.size() > 50);
        for (const QString &path : sources)
            QVERIFY2(contentOf(path).left(200).contains("SPDX-License-Identifier: GPL-3.0-or-later"),
                     qPrintable(path));
    }

    void noSourceFileIsTooLong()
    {
        for (const QString &path : files({QStringLiteral("*.h"), QStringLiteral("*.cpp")})) {
            const auto lines = contentOf(path).count('\n');
            QVERIFY2(lines <= kLongestFile, qPrintable(QStringLiteral("%1: %2 lines").arg(path).arg(lines)));
        }
    }

    void fileNamesAreLowerCase()
    {
        for (const QString &path : files({QStringLiteral("*.h"), QStringLiteral("*.cpp")})) {
            const QString name = QFileInfo(path).fileName();
            QCOMPARE(name, name.toLower());
        }
    }
};

QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
