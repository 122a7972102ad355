// SPDX-License-Identifier: GPL-3.0-or-later
// What tells the desktop about White Box, judged by the tools of freedesktop.org and of man.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString kFolder = QStringLiteral(WB_LINUX_DIR "/");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Verdict
{
    int status = -1;
    QByteArray text; ///< of both streams

    bool isClean() const { return status == 0 && text.isEmpty(); }
};

Verdict ask(const QString &program, const QStringList &arguments, const QString &dataHome = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("none"));
    if (!dataHome.isEmpty())
        environment.insert(QStringLiteral("XDG_DATA_HOME"), dataHome);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(30000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAll()};
}

/// The options that a help text lists at the beginning of its lines.
QStringList optionsIn(const QByteArray &help)
{
    static const QRegularExpression option(QStringLiteral("^ +(?:-\\w,?\\s*)?(--[a-z-]+)"),
                                           QRegularExpression::MultilineOption);
    QStringList found;
    for (auto match = option.globalMatch(QString::fromUtf8(help)); match.hasNext();)
        found << match.next().captured(1);
    return found;
}

QString pageText(const QString &name)
{
    return QString::fromUtf8(contentOf(kFolder + name)).remove(QLatin1Char('\\'));
}

} // namespace

#define NEEDS_TOOL(name)                                                                                     \
    if (QStandardPaths::findExecutable(QStringLiteral(name)).isEmpty())                                      \
    QSKIP(name " is not installed")

class TestDesktopFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDesktopFileIsValid()
    {
        NEEDS_TOOL("desktop-file-validate");
        const auto verdict =
            ask(QStringLiteral("desktop-file-validate"), {kFolder + QStringLiteral("whitebox.desktop")});
        QVERIFY2(verdict.isClean(), verdict.text);
    }

    void theMetadataIsValid()
    {
        NEEDS_TOOL("appstreamcli");
        const auto verdict =
            ask(QStringLiteral("appstreamcli"),
                {QStringLiteral("validate"), QStringLiteral("--no-net"), QStringLiteral("--strict"),
                 kFolder + QStringLiteral("whitebox.metainfo.xml")});
        QVERIFY2(verdict.status == 0, verdict.text);
    }

    void theTypesAreTakenByTheDatabase()
    {
        NEEDS_TOOL("update-mime-database");
        const QTemporaryDir home;
        QDir(home.path()).mkpath(QStringLiteral("mime/packages"));
        QVERIFY(QFile::copy(kFolder + QStringLiteral("whitebox-mime.xml"),
                            home.filePath(QStringLiteral("mime/packages/whitebox.xml"))));
        const auto verdict =
            ask(QStringLiteral("update-mime-database"), {home.filePath(QStringLiteral("mime"))}, home.path());
        QVERIFY2(verdict.isClean(), verdict.text);
        const QByteArray globs = contentOf(home.filePath(QStringLiteral("mime/globs2")));
        QVERIFY2(globs.contains("50:application/x-whitebox-session:*.whitebox\n"), globs);
        QVERIFY2(globs.contains("50:text/x-fasta:*.fasta\n"), globs);
    }

    void theTypesAreWellFormed()
    {
        NEEDS_TOOL("xmllint");
        for (const auto *name : {"whitebox-mime.xml", "whitebox.metainfo.xml"}) {
            const auto verdict =
                ask(QStringLiteral("xmllint"), {QStringLiteral("--noout"), kFolder + QLatin1String(name)});
            QVERIFY2(verdict.isClean(), verdict.text);
        }
    }

    void theDesktopFileOpensEveryTypeThatIsDescribed()
    {
        const QSettings desktop(kFolder + QStringLiteral("whitebox.desktop"), QSettings::IniFormat);
        QCOMPARE(desktop.value(QStringLiteral("Desktop Entry/Exec")).toString(),
                 QStringLiteral("whitebox %U"));
        // QSettings takes the semicolons for comments: the line is read as it is.
        const QString text = QString::fromUtf8(contentOf(kFolder + QStringLiteral("whitebox.desktop")));
        static const QRegularExpression line(QStringLiteral("^MimeType=(.*);$"),
                                             QRegularExpression::MultilineOption);
        QStringList opened = line.match(text).captured(1).split(QLatin1Char(';'));
        QVERIFY(opened.removeOne(QStringLiteral("x-scheme-handler/whitebox")));
        static const QRegularExpression type(QStringLiteral("<mime-type type=\"([^\"]+)\""));
        QStringList described;
        const QString types = QString::fromUtf8(contentOf(kFolder + QStringLiteral("whitebox-mime.xml")));
        for (auto match = type.globalMatch(types); match.hasNext();)
            described << match.next().captured(1);
        opened.sort();
        described.sort();
        QCOMPARE(opened, described);
    }

    void theManualPagesAreClean()
    {
        NEEDS_TOOL("mandoc");
        const QStringList pages = QDir(kFolder).entryList({QStringLiteral("*.1")});
        QVERIFY(pages.size() >= 3);
        for (const QString &page : pages) {
            const auto verdict = ask(QStringLiteral("mandoc"),
                                     {QStringLiteral("-T"), QStringLiteral("lint"), QStringLiteral("-W"),
                                      QStringLiteral("warning"), kFolder + page});
            QVERIFY2(verdict.isClean(), verdict.text);
        }
    }

    void theWindowsPageNamesEveryOption()
    {
        const QString page = pageText(QStringLiteral("whitebox.1"));
        const QStringList options =
            optionsIn(ask(QStringLiteral(WB_WINDOW), {QStringLiteral("--help")}).text);
        QVERIFY(options.size() >= 5);
        for (const QString &option : options)
            QVERIFY2(page.contains(option), qPrintable(option));
    }

    void theTrainersPageNamesEveryOption()
    {
#ifdef WB_TRAIN
        const QString page = pageText(QStringLiteral("whitebox-train.1"));
        QStringList options;
        for (const auto *command : {"cache", "train", "export"})
            options << optionsIn(
                ask(QStringLiteral(WB_TRAIN), {QStringLiteral("--data"), QStringLiteral("."),
                                               QLatin1String(command), QStringLiteral("--help")})
                    .text);
        QVERIFY(options.size() > 20);
        for (const QString &option : options)
            QVERIFY2(page.contains(option), qPrintable(option));
#else
        QSKIP("whitebox-train was not built: WHITEBOX_TRAIN is off");
#endif
    }
};

QTEST_GUILESS_MAIN(TestDesktopFiles)
#include "tst_desktopfiles.moc"
