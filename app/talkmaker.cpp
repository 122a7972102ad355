// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/talkmaker.h"

#include "core/attribution/questionkeys.h"
#include "core/base/companion.h"
#include "core/store/resultfile.h"

#include <QProgressDialog>
#include <QRegularExpression>
#include <QtConcurrent>

namespace WhiteBox {

TalkMaker::TalkMaker(QWidget *window)
    : QObject(window)
    , m_window(window)
{}

TalkMaker::~TalkMaker()
{
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished(1000);
    }
}

void TalkMaker::makeForTalk(const QString &path)
{
    if (!refuseWhileBusy())
        start({}, path);
}

bool TalkMaker::refuseWhileBusy()
{
    if (!m_process && !m_isPreparing)
        return false;
    Error error;
    error.what = tr("The talk's figures were not begun");
    error.why = tr("those asked for before are still being drawn, or just being stopped");
    error.remedy = tr("Wait for them, then ask again.");
    Q_EMIT failed(error);
    return true;
}

void TalkMaker::makeFor(std::shared_ptr<const JobResult> result, const FigureRecipe &recipe,
                        const QString &path)
{
    // As a file it has the truth that was dropped on the window, too.
    if (refuseWhileBusy())
        return;
    m_isPreparing = true;
    const auto folder = std::make_shared<QTemporaryDir>(); // of the task too, which may outlive this object
    m_folder = folder;
    const QString file = folder->filePath(QStringLiteral("result.h5"));
    QStringList arguments{file,
                          QStringLiteral("--channel"),
                          QLatin1String(kChannelKeys[std::size_t(recipe.channel)]),
                          QStringLiteral("--method"),
                          QLatin1String(kMethodKeys[std::size_t(recipe.method)]),
                          QStringLiteral("--target"),
                          recipe.target == AttributionTarget::RaisesDistance ? QStringLiteral("raises")
                                                                             : QStringLiteral("lowers")};
    if (recipe.pair)
        arguments << QStringLiteral("--pair") << recipe.pair->text();
    QtConcurrent::run([result, file, folder] {
        return saveResult(*result, file);
    }).then(this, [this, arguments, path](const Result<void> &saved) {
        m_isPreparing = false;
        if (saved.isOk())
            start(arguments, path);
        else
            Q_EMIT failed(saved.error());
    });
}

void TalkMaker::start(const QStringList &arguments, const QString &path)
{
    const QString program = findCompanion(kFiguresProgram);
    if (program.isEmpty()) {
        Error error;
        error.kind = ErrorKind::MissingTool;
        error.what = tr("The talk's figures cannot be drawn");
        error.why = tr("the program %1 is not beside this one").arg(QLatin1String(kFiguresProgram));
        error.remedy = tr("Install White Box whole.");
        Q_EMIT failed(error);
        return;
    }
    m_path = path;
    m_isCancelled = false;
    m_dialog = std::make_unique<QProgressDialog>(tr("Preparing the figures of the talk…"), tr("Cancel"), 0, 0,
                                                 m_window);
    m_dialog->setWindowTitle(tr("The 2018 talk"));
    m_dialog->setMinimumWidth(m_dialog->fontMetrics().averageCharWidth() * 70); // its pages' titles differ
    m_dialog->setMinimumDuration(0);
    m_dialog->setAutoClose(false);
    m_dialog->setAutoReset(false);
    connect(m_dialog.get(), &QProgressDialog::canceled, this, &TalkMaker::cancel);
    m_dialog->show();
    m_process = std::make_unique<QProcess>();
    // Without a display of its own, whatever the window has.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    m_process->setProcessEnvironment(environment);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &TalkMaker::readProgress);
    connect(m_process.get(), &QProcess::finished, this, &TalkMaker::conclude);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            conclude(-1);
    });
    m_process->start(program, QStringList{QStringLiteral("--talk"), QStringLiteral("-o"), path} + arguments);
}

void TalkMaker::readProgress()
{
    static const QRegularExpression page(QStringLiteral("^page (\\d+) of (\\d+): (.*)$"));
    while (m_process->canReadLine()) {
        const auto match = page.match(QString::fromUtf8(m_process->readLine()).trimmed());
        if (!match.hasMatch())
            continue;
        m_dialog->setMaximum(match.captured(2).toInt());
        m_dialog->setValue(match.captured(1).toInt() - 1);
        m_dialog->setLabelText(
            tr("Page %1 of %2: %3").arg(match.captured(1), match.captured(2), match.captured(3)));
    }
}

void TalkMaker::cancel()
{
    m_isCancelled = true;
    if (m_process)
        m_process->terminate();
}

void TalkMaker::conclude(int status)
{
    const QByteArray told = m_process->readAllStandardError().trimmed();
    m_dialog.release()->deleteLater();
    m_process.release()->deleteLater();
    if (status == 0 && !m_isCancelled)
        Q_EMIT finished(m_path);
    else if (!m_isCancelled)
        Q_EMIT failed(errorOf(told));
}

Error TalkMaker::errorOf(const QByteArray &output) const
{
    Error error;
    error.kind = ErrorKind::ToolFailed;
    error.what = tr("The talk's figures were not made");
    error.why =
        output.isEmpty() ? tr("the program that draws them ended") : QString::fromUtf8(output.right(2000));
    error.remedy = tr("Try whitebox-cli figures --talk in a terminal.");
    return error;
}

} // namespace WhiteBox
