// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobsmenu.h"

#include "app/mainwindow.h"
#include "app/perspectives.h"
#include "widgets/jobpreferences.h"
#include "widgets/jobspanel.h"
#include "widgets/messagebanner.h"

#include <QAction>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QStatusBar>

#include <utility>

namespace WhiteBox {

JobsMenu::JobsMenu(MainWindow *window, Workbench *workbench)
    : QObject(window)
    , m_window(window)
    , m_workbench(workbench)
{
    makeMenu();
    connectPanel();
}

void JobsMenu::makeMenu()
{
    JobsPanel *panel = m_window->jobsPanel();
    QMenu *menu = m_window->menuBar()->addMenu(tr("&Jobs"));
    menu->setObjectName(QStringLiteral("jobsMenu"));
    menu->addActions(panel->jobActions());
    menu->addSeparator();
    m_undo = menu->addAction(tr("&Undo"));
    m_undo->setObjectName(QStringLiteral("undoJobs"));
    m_undo->setShortcut(QKeySequence::Undo);
    m_undo->setEnabled(false);
    QAction *search = menu->addAction(tr("&Search jobs"));
    search->setShortcut(QKeySequence::Find);
    QAction *link = menu->addAction(tr("Open lin&k…"));
    connect(m_undo, &QAction::triggered, m_workbench->library(), qOverload<>(&JobLibrary::undo));
    connect(search, &QAction::triggered, this, [this, panel] {
        if (!panel->isVisible())
            m_window->perspectives()->choose(Perspectives::Kind::Jobs);
        panel->focusSearch();
    });
    connect(link, &QAction::triggered, this, &JobsMenu::openLink);
}

void JobsMenu::connectPanel()
{
    JobsPanel *panel = m_window->jobsPanel();
    JobLibrary *library = m_workbench->library();
    connect(panel, &JobsPanel::openRequested, m_workbench, &Workbench::openJob);
    connect(panel, &JobsPanel::cancelRequested, m_workbench, &Workbench::cancelJob);
    connect(panel, &JobsPanel::resumeRequested, m_workbench, &Workbench::resumeJob);
    connect(panel, &JobsPanel::againRequested, m_workbench, &Workbench::runAgain);
    connect(panel, &JobsPanel::linksCopied, this, [this](const QStringList &links) {
        m_window->statusBar()->showMessage(tr("Copied: %1").arg(links.join(QStringLiteral(", "))), 8000);
    });
    connect(panel, &JobsPanel::deleteRequested, library, &JobLibrary::remove);
    connect(m_workbench->jobs(), &JobTableModel::renameRequested, library, &JobLibrary::rename);
    connect(library, &JobLibrary::measured, panel, &JobsPanel::setLibrarySize);
    const auto tidy = [this, library] {
        const auto open = m_workbench->result();
        library->tidy(loadRetention(), open ? open->jobId : QString());
    };
    connect(m_workbench, &Workbench::jobSettled, this, tidy);
    // At the start not before the result that is reopened is known as the open one.
    connect(m_workbench, &Workbench::resultChanged, this, tidy, Qt::SingleShotConnection);
    connect(m_workbench, &Workbench::sessionGone, this, tidy);
    connect(m_workbench, &Workbench::resultChanged, this, &JobsMenu::offerCouplings);
    connect(m_workbench, &Workbench::jobChosen, panel, &JobsPanel::selectJob);
    connect(library, &JobLibrary::undoChanged, this, [this, library] {
        m_undo->setEnabled(library->canUndo());
        m_undo->setText(!library->canUndo()       ? tr("&Undo")
                        : library->undoesRename() ? tr("&Undo renaming of %1").arg(library->undoName())
                                                  : tr("&Undo delete of %1").arg(library->undoName()));
    });
    connect(library, &JobLibrary::removed, this, [this, library](const QString &name, int number) {
        offer(tr("Deleted %1.").arg(name), tr("Undo"), [library, number] { library->undo(number); });
    });
    connect(library, &JobLibrary::restored, this, [this, panel](const QStringList &ids) {
        m_window->errorBanner()->hide();
        panel->selectJob(ids.first());
    });
    connect(m_workbench, &Workbench::answeredFromStore, this, [this](const QString &id, const QString &text) {
        offer(text, tr("Run again"), [this, id] { m_workbench->runAgain(id); });
    });
}

void JobsMenu::offer(const QString &text, const QString &answer, std::function<void()> does)
{
    MessageBanner *banner = m_window->errorBanner();
    // What the last message offered or asked is over; MainWindow::askFor() does the same.
    banner->disconnect(m_workbench);
    connect(banner, &MessageBanner::answered, m_workbench, [does = std::move(does)] { does(); });
    banner->showText(MessageBanner::Kind::Notice, text, {answer});
}

void JobsMenu::offerCouplings()
{
    const auto open = m_workbench->result();
    const JobRecord *job =
        open ? m_workbench->jobs()->record(m_workbench->jobs()->indexOf(open->jobId).row()) : nullptr;
    if (job && job->trimmed && !open->couplings)
        offer(tr("The couplings of %1 were taken out to save space: its distances are shown, and nothing can "
                 "be "
                 "explained. They can be computed again from its alignment.")
                  .arg(job->name),
              tr("Recompute the couplings"), [this, id = job->id] { m_workbench->resumeJob(id); });
}

void JobsMenu::openLink()
{
    bool accepted = false;
    const QString link =
        QInputDialog::getText(m_window, tr("Open a link"), tr("Link to a job:"), QLineEdit::Normal,
                              QStringLiteral("whitebox://job/"), &accepted);
    if (accepted)
        m_workbench->openLink(link.trimmed());
}

} // namespace WhiteBox
