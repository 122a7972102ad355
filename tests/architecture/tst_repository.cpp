// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of the repository that a person forgets: licence lines, file lengths, file names.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
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

    // A file name or a link could become a command. Programs are started with a list of arguments.
    void noShellIsStartedAnywhere()
    {
        const QRegularExpression shells(
            QStringLiteral("(?<![.:>\\w])(std::|::)?system\\s*\\(\\s*[^)\\s]|\\bpopen\\s*\\(|\\bwordexp\\s*"
                           "\\(|/bin/(ba|da|z)?sh\\b|"
                           "\"(ba|da|z)?sh\"|\\bsh -c\\b|startCommand\\s*\\(|splitCommand\\s*\\(|"
                           "QProcess::(execute|startDetached)\\s*\\(\\s*[^,)]*\\)"));
        QVERIFY(shells.match(QStringLiteral("system(command)")).hasMatch());
        QVERIFY(shells.match(QStringLiteral("std::system(\"ls\")")).hasMatch());
        QVERIFY(shells.match(QStringLiteral("p.start(\"/bin/sh\", {\"-c\"})")).hasMatch());
        QVERIFY(shells.match(QStringLiteral("p.startCommand(line)")).hasMatch());
        QVERIFY(!shells.match(QStringLiteral("QRandomGenerator::system()->generate()")).hasMatch());
        for (const QString &path : files({QStringLiteral("*.h"), QStringLiteral("*.cpp")})) {
            if (path.startsWith(kRoot + QStringLiteral("/tests/")))
                continue;
            const auto found = shells.match(QString::fromUtf8(contentOf(path)));
            QVERIFY2(!found.hasMatch(), qPrintable(path + QStringLiteral(": ") + found.captured()));
        }
    }

    /// The manual names the test of each promise: "tst_program: slot".
    void theManualsPromisesAreTested()
    {
        const QRegularExpression named(QStringLiteral("`(tst_\\w+): (\\w+)`"));
        QHash<QString, QByteArray> tests;
        for (const QString &path : files({QStringLiteral("tst_*.cpp")}))
            tests.insert(QFileInfo(path).completeBaseName(), contentOf(path));
        int promises = 0;
        const QString manual =
            QString::fromUtf8(contentOf(kRoot + QStringLiteral("/resources/manual/security.md")));
        for (auto it = named.globalMatch(manual); it.hasNext(); ++promises) {
            const auto match = it.next();
            QVERIFY2(tests.value(match.captured(1)).contains("void " + match.captured(2).toUtf8() + "()"),
                     qPrintable(match.captured()));
        }
        QVERIFY(promises > 15);
        // A fuzz target without an input of its own would start from nothing.
        for (const QString &path : files({QStringLiteral("fuzz_*.cpp")}))
            QVERIFY2(!QDir(QFileInfo(path).path() + QStringLiteral("/corpus/") +
                           QFileInfo(path).completeBaseName().mid(5))
                          .isEmpty(),
                     qPrintable(path));
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
