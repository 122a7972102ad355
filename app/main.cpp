// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demorun.h"
#include "app/jobnotifier.h"
#include "app/languages.h"
#include "app/mainwindow.h"
#include "app/singleinstance.h"
#include "app/windowmemory.h"
#include "core/store/joblink.h"
#include "core/store/jobstore.h"
#include "widgets/jobpreferences.h"
#include "widgets/messagebanner.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QScreen>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <cstdlib>
#include <string_view>

using namespace WhiteBox;

namespace {

struct Main
{
    Q_DECLARE_TR_FUNCTIONS(whitebox)
};

struct Options
{
    QStringList arguments; ///< files and links
    bool example = false;
    QString demoOutput;
    Theme theme = Theme::System;
};

void describe(QCoreApplication &app)
{
    app.setApplicationName(QStringLiteral("whitebox"));
    app.setApplicationVersion(QStringLiteral(WHITEBOX_VERSION));
    app.setOrganizationName(QStringLiteral("whitebox"));
}

/// Reads the command line; --help, --version and mistakes end the program here.
Options parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Main::tr("Which couplings moved a predicted residue distance, and whether to believe it."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption example(QStringLiteral("example"),
                                     Main::tr("Open the example, CheY of E. coli: a live search."));
    const QCommandLineOption output(
        QStringLiteral("demo-output"),
        Main::tr("With --example: drop the example on the window, click a long-range contact, "
                 "write window.png, figure.pdf, figure.png and result.h5 into FOLDER, and end. "
                 "Needs no display with QT_QPA_PLATFORM=offscreen."),
        QStringLiteral("FOLDER"));
    const QCommandLineOption theme(QStringLiteral("theme"), Main::tr("Colours: system, light or dark."),
                                   QStringLiteral("THEME"), QStringLiteral("system"));
    parser.addOptions({example, output, theme});
    parser.addPositionalArgument(
        QStringLiteral("files"),
        Main::tr("Sequences, alignments, couplings, structures; those of one protein together. "
                 "NPY and HDF5 files open in the array scroller. A link whitebox://job/ID opens a job of "
                 "the library. A window that is open already takes them."),
        QStringLiteral("[FILES or LINKS...]"));
    parser.process(arguments);

    Options options;
    options.arguments = parser.positionalArguments();
    options.example = parser.isSet(example);
    options.demoOutput = parser.value(output);
    const QString named = parser.value(theme);
    options.theme = named == QLatin1String("dark")    ? Theme::Dark
                    : named == QLatin1String("light") ? Theme::Light
                                                      : Theme::System;
    if (!options.demoOutput.isEmpty() && !options.example) {
        QTextStream(stderr) << Main::tr("whitebox: --demo-output goes with --example") << Qt::endl;
        std::exit(1);
    }
    return options;
}

/// --help and --version must not need a display.
bool asksForText(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const std::string_view word(argument);
        return word == "--help" || word == "-h" || word == "--help-all" || word == "--version" ||
               word == "-v";
    });
}

/// As another process understands it.
StartRequest requestOf(const Options &options)
{
    StartRequest request;
    for (const QString &argument : options.arguments)
        request.arguments << (isMeantAsLink(argument) ? argument : QFileInfo(argument).absoluteFilePath());
    request.example = options.example;
    request.activationToken = qgetenv("XDG_ACTIVATION_TOKEN");
    return request;
}

void take(const StartRequest &request, MainWindow &window, Workbench &workbench)
{
    raiseWindow(&window, request.activationToken);
    if (request.example)
        workbench.openExample();
    workbench.openArguments(request.arguments);
}

int runWindow(QApplication &app, const Options &options)
{
    SingleInstance instance(JobStore::defaultFolder());
    if (options.demoOutput.isEmpty() && instance.handOver(requestOf(options)))
        return 0;
    const QTemporaryDir demoStore; // an empty library: the demonstration never shows a stored result
    Workbench workbench;
    MainWindow window(&workbench);
    const auto opened = workbench.openStore(options.demoOutput.isEmpty() ? QString() : demoStore.path());
    if (!opened.isOk())
        window.errorBanner()->showError(opened.error());
    WindowMemory memory(&window, &workbench);
    if (options.demoOutput.isEmpty()) { // its pictures are as large everywhere
        window.fitInto(window.screen()->availableGeometry());
        memory.restore();
    }
    window.show();
    const JobNotifier notifier(&window, &workbench);
    QObject::connect(&instance, &SingleInstance::requested, &window,
                     [&](const StartRequest &request) { take(request, window, workbench); });
    DemoRun demo(&window, &workbench, options.demoOutput);
    if (!options.demoOutput.isEmpty()) {
        window.setAsksBeforeClosing(false);
        if (!opened.isOk()) {
            QTextStream(stderr) << "whitebox: " << opened.error().text() << Qt::endl;
            return 1;
        }
        QTimer::singleShot(0, &demo, &DemoRun::start);
    } else if (options.example) {
        workbench.openExample();
    } else if (!options.arguments.isEmpty()) {
        workbench.openArguments(options.arguments);
    } else if (!memory.reopenResult()) {
        workbench.library()->tidy(loadRetention()); // otherwise when it is open
    }
    return app.exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (asksForText(argc, argv)) {
        QCoreApplication app(argc, argv);
        describe(app);
        installTranslations(app);
        parse(app.arguments());
        return 0;
    }
    QApplication app(argc, argv);
    describe(app);
    installTranslations(app);
    QApplication::setDesktopFileName(QStringLiteral("whitebox"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/whitebox.svg")));
    const Options options = parse(app.arguments());
    applyTheme(app, options.theme);
    return runWindow(app, options);
}
