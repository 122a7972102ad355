// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobtablemodel.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>
#include <QStyle>

#include <algorithm>

namespace WhiteBox {

namespace {

QString duration(qint64 seconds)
{
    if (seconds < 60)
        return JobTableModel::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return JobTableModel::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return JobTableModel::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QIcon stateIcon(JobState state)
{
    const QStyle *style = QApplication::style();
    switch (state) {
    case JobState::Finished:
        return style->standardIcon(QStyle::SP_DialogApplyButton);
    case JobState::Failed:
        return style->standardIcon(QStyle::SP_MessageBoxCritical);
    case JobState::Cancelled:
    case JobState::Interrupted:
        return style->standardIcon(QStyle::SP_BrowserStop);
    case JobState::Running:
        return style->standardIcon(QStyle::SP_MediaPlay);
    case JobState::Queued:
        return style->standardIcon(QStyle::SP_MediaPause);
    }
    return {};
}

} // namespace

QString stageName(JobStage stage)
{
    switch (stage) {
    case JobStage::Search:
        return JobTableModel::tr("Search");
    case JobStage::Alignment:
        return JobTableModel::tr("Alignment");
    case JobStage::Couplings:
        return JobTableModel::tr("Couplings");
    case JobStage::Prediction:
        return JobTableModel::tr("Prediction");
    }
    return {};
}

QString stateName(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return JobTableModel::tr("Queued");
    case JobState::Running:
        return JobTableModel::tr("Running");
    case JobState::Finished:
        return JobTableModel::tr("Finished");
    case JobState::Failed:
        return JobTableModel::tr("Failed");
    case JobState::Cancelled:
        return JobTableModel::tr("Cancelled");
    case JobState::Interrupted:
        return JobTableModel::tr("Interrupted");
    }
    return {};
}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int JobTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString names[ColumnCount] = {tr("Name"),    tr("Length"), tr("Stage"), tr("Progress"),
                                        tr("Elapsed"), tr("ETA"),    tr("State")};
    return names[section];
}

QString JobTableModel::etaText(const JobRecord &record) const
{
    // Told only where it is measured: from the share of the stage done since it began.
    const auto known = progress(record.id);
    if (record.state != JobState::Running || !known || known->fraction < 0.05 || known->fraction >= 1)
        return QStringLiteral("–");
    const double spent = double(known->stageBegan.msecsTo(QDateTime::currentDateTimeUtc())) / 1000;
    if (spent < 2)
        return QStringLiteral("–");
    return tr("%1 for this stage").arg(duration(qint64(spent * (1 - known->fraction) / known->fraction) + 1));
}

QString JobTableModel::text(const JobRecord &record, Column column) const
{
    switch (column) {
    case Name:
        return record.name;
    case Length:
        return QString::number(record.length);
    case Stage:
        return stageName(record.stage);
    case Progress: {
        const auto known = progress(record.id);
        if (record.state != JobState::Running || !known)
            return record.state == JobState::Finished ? tr("100 %") : QString();
        return known->fraction < 0 ? tr("…") : tr("%1 %").arg(int(known->fraction * 100));
    }
    case Elapsed: {
        if (!record.started.isValid())
            return {};
        const QDateTime end = record.finished.isValid() ? record.finished : QDateTime::currentDateTimeUtc();
        return duration(std::max<qint64>(0, record.started.secsTo(end)));
    }
    case Eta:
        return etaText(record);
    case State:
        return stateName(record.state);
    case ColumnCount:
        break;
    }
    return {};
}

QString JobTableModel::toolTip(const JobRecord &record) const
{
    QStringList lines{record.name, tr("%1 residues, %2").arg(record.length).arg(stateName(record.state))};
    lines
        << tr("Asked for on %1").arg(QLocale().toString(record.created.toLocalTime(), QLocale::ShortFormat));
    if (record.state == JobState::Failed)
        lines << record.error.text();
    return lines.join(QLatin1Char('\n'));
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const
{
    const JobRecord *found = record(index.row());
    if (!index.isValid() || !found || index.column() >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*found, Column(index.column()));
    case Qt::ToolTipRole:
        return toolTip(*found);
    case Qt::DecorationRole:
        return index.column() == State ? QVariant(stateIcon(found->state)) : QVariant();
    case Qt::TextAlignmentRole:
        return int((index.column() == Length || index.column() == Progress ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    case IdRole:
        return found->id;
    case FractionRole: {
        const auto known = progress(found->id);
        return known ? known->fraction : found->state == JobState::Finished ? 1.0 : -1.0;
    }
    default:
        return {};
    }
}

void JobTableModel::setRecords(std::vector<JobRecord> records)
{
    beginResetModel();
    m_records = std::move(records);
    m_progress.clear();
    endResetModel();
}

void JobTableModel::updateRecord(const JobRecord &record)
{
    if (record.state != JobState::Running)
        m_progress.erase(record.id);
    const QModelIndex at = indexOf(record.id);
    if (at.isValid()) {
        m_records[std::size_t(at.row())] = record;
        Q_EMIT dataChanged(at, index(at.row(), ColumnCount - 1));
        return;
    }
    beginInsertRows({}, 0, 0);
    m_records.insert(m_records.begin(), record);
    endInsertRows();
}

void JobTableModel::setProgress(const QString &id, JobStage stage, double fraction, const QString &text)
{
    const QModelIndex at = indexOf(id);
    if (!at.isValid())
        return;
    JobProgress &known = m_progress[id];
    if (!known.stageBegan.isValid() || known.stage != stage)
        known.stageBegan = QDateTime::currentDateTimeUtc();
    known.stage = stage;
    known.fraction = fraction;
    if (!text.isEmpty())
        known.text = text;
    m_records[std::size_t(at.row())].stage = stage;
    Q_EMIT dataChanged(at, index(at.row(), ColumnCount - 1));
}

void JobTableModel::tick()
{
    for (int row = 0; row < rowCount(); ++row)
        if (m_records[std::size_t(row)].state == JobState::Running)
            Q_EMIT dataChanged(index(row, Elapsed), index(row, Eta));
}

const JobRecord *JobTableModel::record(int row) const
{
    return row >= 0 && row < int(m_records.size()) ? &m_records[std::size_t(row)] : nullptr;
}

std::optional<JobProgress> JobTableModel::progress(const QString &id) const
{
    const auto found = m_progress.find(id);
    return found == m_progress.end() ? std::nullopt : std::optional(found->second);
}

QModelIndex JobTableModel::indexOf(const QString &id, Column column) const
{
    const auto found =
        std::find_if(m_records.begin(), m_records.end(), [&](const auto &r) { return r.id == id; });
    return found == m_records.end() ? QModelIndex() : index(int(found - m_records.begin()), column);
}

} // namespace WhiteBox
