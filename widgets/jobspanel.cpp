// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobspanel.h"

#include "core/store/joblink.h"
#include "core/store/storesize.h"
#include "widgets/breakabletext.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr int kWide = 430; ///< from here on all columns fit

QTableView *makeTable(JobFilter *jobs, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(jobs);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setTextElideMode(Qt::ElideRight);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers); // a name, when it is asked for
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setResizeContentsPrecision(0); // of ten thousand jobs those that are seen
    header->setSectionResizeMode(JobTableModel::Name, QHeaderView::Stretch);
    header->setSortIndicatorClearable(true); // a third click: newest first again
    header->setSortIndicator(-1, Qt::AscendingOrder);
    table->setSortingEnabled(true);
    table->setAccessibleName(JobsPanel::tr("Jobs"));
    return table;
}

/// A result, or what kept it from coming.
bool isOpenable(const JobRecord &job)
{
    return job.state == JobState::Finished || job.state == JobState::Failed;
}

bool isResumable(const JobRecord &job)
{
    return job.state == JobState::Interrupted || job.state == JobState::Failed ||
           job.state == JobState::Cancelled || job.trimmed;
}

bool isActive(const JobRecord &job)
{
    return job.isActive();
}

bool isSettled(const JobRecord &job)
{
    return !job.isActive();
}

} // namespace

JobsPanel::JobsPanel(JobTableModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(new JobFilter(model, this))
    , m_search(new QLineEdit(this))
    , m_found(new QLabel(this))
    , m_table(makeTable(m_filter, this))
    , m_title(new QLabel(this))
    , m_stage(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_resume(new QPushButton(tr("Resume"), this))
    , m_open(new QPushButton(tr("Open"), this))
    , m_size(new QLabel(this))
{
    m_search->setObjectName(QStringLiteral("jobSearch"));
    m_search->setPlaceholderText(tr("Search jobs"));
    m_search->setToolTip(tr("Words of a job's name, its id or its state: \"chey failed\""));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_found->setObjectName(QStringLiteral("jobsFound"));
    m_table->setObjectName(QStringLiteral("jobTable"));
    m_title->setWordWrap(true);
    m_stage->setTextFormat(Qt::PlainText);
    m_stage->setObjectName(QStringLiteral("jobStage"));
    m_stage->setWordWrap(true);
    m_stage->setMinimumWidth(100); // its longest word shall not decide
    m_stage->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_stage->setMinimumHeight(3 *
                              fontMetrics().height()); // the panel must not jump when the text gets longer
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    m_resume->setObjectName(QStringLiteral("resumeJob"));
    m_resume->setToolTip(tr("Go on after the last finished stage"));
    m_bar->setObjectName(QStringLiteral("jobProgress"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_resume);
    buttons->addStretch();
    buttons->addWidget(m_size);
    m_size->setObjectName(QStringLiteral("librarySize"));
    m_size->setToolTip(
        tr("What all jobs take on the disk. Preferences, Storage: which of them keep their couplings."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_search);
    layout->addWidget(m_found);
    layout->addWidget(m_table, 1);
    for (QWidget *each :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_stage)})
        layout->addWidget(each);
    layout->addLayout(buttons);
    makeActions();
    connectAll();
    setSearch(QString());
}

QAction *JobsPanel::addJobAction(const char *name, const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    return action;
}

void JobsPanel::makeActions()
{
    m_openAction =
        addJobAction("openJob", tr("&Open"), {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_cancelAction = addJobAction("cancelJobs", tr("&Cancel"), {});
    m_resumeAction = addJobAction("resumeJobs", tr("&Resume"), {});
    m_againAction = addJobAction("runAgain", tr("Run &again"), {});
    m_linkAction = addJobAction("copyLink", tr("Copy &link"), {});
    m_renameAction = addJobAction("renameJob", tr("Re&name"), {QKeySequence(Qt::Key_F2)});
    m_deleteAction = addJobAction("deleteJobs", tr("&Delete"), {QKeySequence(QKeySequence::Delete)});
    m_againAction->setToolTip(tr("Compute from the stored input, with the same parameters, as a new job"));
    connect(m_openAction, &QAction::triggered, this, [this] { Q_EMIT openRequested(selectedJob()); });
    connect(m_cancelAction, &QAction::triggered, this,
            [this] { ask(&JobsPanel::cancelRequested, isActive); });
    connect(m_resumeAction, &QAction::triggered, this,
            [this] { ask(&JobsPanel::resumeRequested, isResumable); });
    connect(m_againAction, &QAction::triggered, this, [this] { ask(&JobsPanel::againRequested, isSettled); });
    connect(m_linkAction, &QAction::triggered, this, &JobsPanel::copyLinks);
    connect(m_renameAction, &QAction::triggered, this,
            [this] { m_table->edit(m_table->currentIndex().siblingAtColumn(JobTableModel::Name)); });
    connect(m_deleteAction, &QAction::triggered, this, [this] { Q_EMIT deleteRequested(selectedJobs()); });
}

QList<QAction *> JobsPanel::jobActions() const
{
    return m_table->actions();
}

void JobsPanel::connectAll()
{
    connect(m_search, &QLineEdit::textChanged, this, &JobsPanel::setSearch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JobsPanel::showDetails);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &JobsPanel::enableActions);
    connect(m_table, &QTableView::doubleClicked, m_openAction, &QAction::trigger);
    connect(m_open, &QPushButton::clicked, m_openAction, &QAction::trigger);
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(selectedJob()); });
    connect(m_resume, &QPushButton::clicked, this, [this] { Q_EMIT resumeRequested(selectedJob()); });
    connect(m_filter, &QAbstractItemModel::modelReset, this, &JobsPanel::showDetails);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &JobsPanel::showDetails);
    // A search takes rows out and in by the thousand, and shows the details itself.
    const auto follow = [this] {
        if (!m_searches)
            showDetails();
    };
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, follow);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, follow);
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, m_model, &JobTableModel::tick);
    clock->start(1000);
}

void JobsPanel::setSearch(const QString &text)
{
    m_searches = true;
    m_filter->setSearch(text);
    m_searches = false;
    m_found->setVisible(m_filter->isSearching());
    showDetails();
}

void JobsPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void JobsPanel::setLibrarySize(qint64 bytes)
{
    m_size->setText(sizeText(double(bytes)));
    m_size->setAccessibleName(tr("The library has %1").arg(m_size->text()));
}

void JobsPanel::ask(ForOne signal, bool (*fits)(const JobRecord &))
{
    // The first answer may change the table already.
    QStringList ids;
    for (const QString &id : selectedJobs())
        if (const JobRecord *job = m_model->record(m_model->indexOf(id).row()); job && fits(*job))
            ids << id;
    for (const QString &id : ids)
        Q_EMIT(this->*signal)(id);
}

void JobsPanel::copyLinks()
{
    QStringList links;
    for (const QString &id : selectedJobs())
        links << jobLink(id);
    QApplication::clipboard()->setText(links.join(QLatin1Char('\n')));
    Q_EMIT linksCopied(links);
}

void JobsPanel::selectJob(const QString &id)
{
    if (!m_filter->indexOf(id).isValid())
        m_search->clear();
    const QModelIndex index = m_filter->indexOf(id);
    if (index.isValid())
        m_table->setCurrentIndex(index);
    showDetails();
}

QString JobsPanel::selectedJob() const
{
    return m_table->currentIndex().data(JobTableModel::IdRole).toString();
}

QStringList JobsPanel::selectedJobs() const
{
    QStringList ids;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        ids << row.data(JobTableModel::IdRole).toString();
    return ids;
}

void JobsPanel::enableActions()
{
    bool active = false;
    bool resumable = false;
    bool settled = false;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        if (const JobRecord *job = m_filter->record(row.row())) {
            active = active || job->isActive();
            resumable = resumable || isResumable(*job);
            settled = settled || isSettled(*job);
        }
    const JobRecord *current = m_filter->record(m_table->currentIndex().row());
    m_openAction->setEnabled(current && isOpenable(*current));
    m_cancelAction->setEnabled(active);
    m_resumeAction->setEnabled(resumable);
    m_againAction->setEnabled(settled);
    m_linkAction->setEnabled(active || settled);
    m_renameAction->setEnabled(current);
    m_deleteAction->setEnabled(settled);
}

QString JobsPanel::emptyText() const
{
    if (m_filter->rowCount() > 0)
        return tr("Choose a job to see its state.");
    // The model still has a job that is just going.
    return m_model->rowCount() == 0 || m_search->text().simplified().isEmpty()
               ? tr("No job yet. Drop a sequence on the window.")
               : tr("No job has these words in its name, id or state.");
}

QString JobsPanel::stageText(const JobRecord &record) const
{
    if (record.state == JobState::Failed)
        return breakable(record.error.text());
    if (record.state == JobState::Finished && record.finished.isValid())
        return tr("Computed on %1.")
                   .arg(QLocale().toString(record.finished.toLocalTime(), QLocale::ShortFormat)) +
               (record.trimmed ? QLatin1Char(' ') + tr("Its couplings were taken out to save space.")
                               : QString());
    const QString needs = record.state == JobState::Queued ? JobTableModel::needsText(record) : QString();
    return needs.isEmpty() ? m_model->stateText(record)
                           : m_model->stateText(record) + QLatin1Char('\n') + needs;
}

void JobsPanel::showRunning(const JobRecord &record)
{
    const auto progress = m_model->progress(record.id).value_or(JobProgress());
    m_bar->setRange(0, progress.fraction < 0 ? 0 : 1000);
    m_bar->setValue(int(progress.fraction * 1000));
    m_stage->setText(progress.text.isEmpty()
                         ? stageName(record.stage)
                         : QStringLiteral("%1: %2").arg(stageName(record.stage), progress.text));
    if (const QString silence = m_model->silenceText(record); !silence.isEmpty())
        m_stage->setText(m_stage->text() + QLatin1Char('\n') + silence);
}

void JobsPanel::showDetails()
{
    enableActions();
    m_found->setText(tr("%1 of %n jobs", nullptr, m_model->rowCount()).arg(m_filter->rowCount()));
    const JobRecord *record = m_filter->record(m_table->currentIndex().row());
    const bool running = record && record->state == JobState::Running;
    const bool resumable = record && isResumable(*record);
    m_open->setEnabled(record && isOpenable(*record));
    m_cancel->setEnabled(record && record->isActive());
    m_resume->setVisible(resumable);
    m_resume->setText(record && record->trimmed ? tr("Recompute") : tr("Resume"));
    m_cancel->setVisible(!resumable);
    m_bar->setVisible(running);
    if (!record) {
        m_title->clear();
        m_stage->setText(emptyText());
        return;
    }
    m_title->setText(QStringLiteral("<b>%1</b>, %2")
                         .arg(record->name.toHtmlEscaped(), tr("%n residues", nullptr, record->length)));
    if (running)
        showRunning(*record);
    else
        m_stage->setText(stageText(*record));
}

bool JobsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if ((key == Qt::Key_Down || key == Qt::Key_Return) && m_filter->rowCount() > 0) {
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_filter->index(0, 0));
        m_table->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void JobsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= kWide;
    for (const int column :
         {int(JobTableModel::Length), int(JobTableModel::Stage), int(JobTableModel::Progress),
          int(JobTableModel::Elapsed), int(JobTableModel::Eta)})
        m_table->setColumnHidden(column, !wide);
}

} // namespace WhiteBox
