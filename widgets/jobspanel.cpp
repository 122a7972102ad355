// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobspanel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

namespace WhiteBox {

namespace {

constexpr int kWide = 430; ///< from here on all columns fit

QTableView *makeTable(JobTableModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTextElideMode(Qt::ElideRight);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(JobTableModel::Name, QHeaderView::Stretch);
    table->setAccessibleName(JobsPanel::tr("Jobs"));
    return table;
}

} // namespace

JobsPanel::JobsPanel(JobTableModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(makeTable(model, this))
    , m_title(new QLabel(this))
    , m_stage(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_resume(new QPushButton(tr("Resume"), this))
    , m_open(new QPushButton(tr("Open"), this))
{
    m_title->setWordWrap(true);
    m_stage->setWordWrap(true);
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
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_table, 1);
    for (QWidget *each :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_stage)})
        layout->addWidget(each);
    layout->addLayout(buttons);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JobsPanel::showDetails);
    connect(m_table, &QTableView::activated, this, [this] { Q_EMIT openRequested(selectedJob()); });
    connect(m_table, &QTableView::doubleClicked, this, [this] { Q_EMIT openRequested(selectedJob()); });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(selectedJob()); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(selectedJob()); });
    connect(m_resume, &QPushButton::clicked, this, [this] { Q_EMIT resumeRequested(selectedJob()); });
    connect(model, &QAbstractItemModel::dataChanged, this, &JobsPanel::showDetails);
    connect(model, &QAbstractItemModel::modelReset, this, &JobsPanel::showDetails);
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, model, &JobTableModel::tick);
    clock->start(1000);
    showDetails();
}

void JobsPanel::selectJob(const QString &id)
{
    const QModelIndex index = m_model->indexOf(id);
    if (index.isValid())
        m_table->setCurrentIndex(index);
    showDetails();
}

QString JobsPanel::selectedJob() const
{
    return m_table->currentIndex().data(JobTableModel::IdRole).toString();
}

void JobsPanel::showDetails()
{
    const JobRecord *record = m_model->record(m_table->currentIndex().row());
    const bool running = record && record->state == JobState::Running;
    m_open->setEnabled(record && record->state == JobState::Finished);
    m_cancel->setEnabled(record && (running || record->state == JobState::Queued));
    const bool resumable =
        record && (record->state == JobState::Interrupted || record->state == JobState::Failed ||
                   record->state == JobState::Cancelled);
    m_resume->setVisible(resumable);
    m_cancel->setVisible(!resumable);
    m_bar->setVisible(running);
    if (!record) {
        m_title->clear();
        m_stage->setText(m_model->rowCount() > 0 ? tr("Choose a job to see its state.")
                                                 : tr("No job yet. Drop a sequence on the window."));
        return;
    }
    m_title->setText(QStringLiteral("<b>%1</b>, %2")
                         .arg(record->name.toHtmlEscaped(), tr("%n residues", nullptr, record->length)));
    if (running) {
        const auto progress = m_model->progress(record->id).value_or(JobProgress());
        m_bar->setRange(0, progress.fraction < 0 ? 0 : 1000);
        m_bar->setValue(int(progress.fraction * 1000));
        m_stage->setText(progress.text.isEmpty()
                             ? stageName(record->stage)
                             : QStringLiteral("%1: %2").arg(stageName(record->stage), progress.text));
    } else if (record->state == JobState::Failed) {
        m_stage->setText(record->error.text());
    } else {
        m_stage->setText(stateName(record->state));
    }
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
