// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobtablemodel.h"

#include "core/pipeline/jobneeds.h"
#include "widgets/plaintext.h"
#include "widgets/stageexperience.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>
#include <QSet>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace WhiteBox {

namespace {

qint64 secondsSpent(const JobRecord &record)
{
    if (!record.started.isValid())
        return -1;
    const QDateTime end = record.finished.isValid() ? record.finished : QDateTime::currentDateTimeUtc();
    return std::max<qint64>(0, record.started.secsTo(end));
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
        return style->standardIcon(QStyle::SP_DialogCancelButton);
    case JobState::Interrupted:
        return style->standardIcon(QStyle::SP_MessageBoxWarning);
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
    const auto known = progress(record.id);
    if (record.state != JobState::Running || !known)
        return {};
    if (known->fraction >= 0.05 && known->fraction < 1) {
        const double spent = double(known->stageBegan.msecsTo(QDateTime::currentDateTimeUtc())) / 1000;
        const double left = spent * (1 - known->fraction) / known->fraction;
        return spent < 2 ? QString() : tr("%1 for this stage").arg(durationText(qint64(left) + 1));
    }
    const StageExperience usual = stageExperience(m_records, record, known->stage);
    return usual.jobs == 0 ? QString() : tr("usually %1").arg(usual.rangeText());
}

QString JobTableModel::silenceText(const JobRecord &record) const
{
    const auto known = progress(record.id);
    if (record.state != JobState::Running || !known || known->fraction >= 0)
        return {};
    const StageExperience usual = stageExperience(m_records, record, known->stage);
    if (usual.jobs == 0)
        return tr("It does not tell how far it is, and no earlier job is like this one.");
    return tr("It does not tell how far it is; %n earlier jobs like this one took %1.", nullptr, usual.jobs)
        .arg(usual.rangeText());
}

QString JobTableModel::stateText(const JobRecord &record) const
{
    const auto place = record.state == JobState::Queued ? m_queue.indexOf(record.id) : -1;
    return place > 0 ? tr("Queued, place %1").arg(place) : stateName(record.state);
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
        const qint64 spent = secondsSpent(record);
        return spent < 0 ? QString() : durationText(spent);
    }
    case Eta:
        return etaText(record).isEmpty() ? QStringLiteral("–") : etaText(record);
    case State:
        return stateText(record);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant JobTableModel::sortKey(const JobRecord &record, Column column) const
{
    switch (column) {
    case Length:
        return record.length;
    case Stage:
        return int(record.stage);
    case Progress: {
        const auto known = progress(record.id);
        return known ? known->fraction : record.state == JobState::Finished ? 1.0 : -1.0;
    }
    case Elapsed:
        return secondsSpent(record);
    case State:
        return int(record.state);
    default:
        return text(record, column);
    }
}

QString JobTableModel::needsText(const JobRecord &record)
{
    const InputKind kind = kindOf(record.request);
    const auto rows = rowsOf(record.request);
    if (kind == InputKind::Alignment && !rows)
        return {};
    const JobNeeds needs =
        jobNeeds(kind, record.length, rows.value_or(kRowsOfASearch), parametersOf(record.request));
    return tr("Needs %1.").arg(needs.text());
}

QString JobTableModel::toolTip(const JobRecord &record) const
{
    QStringList lines{record.name,
                      tr("%n residues, %1", nullptr, record.length).arg(stateName(record.state))};
    lines
        << tr("Asked for on %1").arg(QLocale().toString(record.created.toLocalTime(), QLocale::ShortFormat));
    if (const QString needs = record.isActive() ? needsText(record) : QString(); !needs.isEmpty())
        lines << needs;
    if (record.trimmed)
        lines << tr("Its couplings were taken out to save space.");
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
    case Qt::EditRole:
        return index.column() == Name ? found->name : QVariant();
    case Qt::DisplayRole:
        return text(*found, Column(index.column()));
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(*found));
    case Qt::DecorationRole:
        return index.column() == State ? QVariant(stateIcon(found->state)) : QVariant();
    case Qt::TextAlignmentRole:
        return int((index.column() == Name || index.column() == Stage || index.column() == State
                        ? Qt::AlignLeft
                        : Qt::AlignRight) |
                   Qt::AlignVCenter);
    case IdRole:
        return found->id;
    case FractionRole:
        return sortKey(*found, Progress);
    case SortRole:
        return sortKey(*found, Column(index.column()));
    default:
        return {};
    }
}

Qt::ItemFlags JobTableModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) |
           (index.column() == Name ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool JobTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const JobRecord *found = record(index.row());
    if (role == Qt::EditRole && index.column() == Name && found && value.toString() != found->name)
        Q_EMIT renameRequested(found->id, value.toString());
    return false; // the library answers
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
        JobRecord &known = m_records[std::size_t(at.row())];
        const int first = known.name == record.name ? Name + 1 : Name; // the name may be being edited
        known = record;
        Q_EMIT dataChanged(index(at.row(), first), index(at.row(), ColumnCount - 1));
        return;
    }
    const auto place = std::find_if(m_records.begin(), m_records.end(),
                                    [&](const JobRecord &each) { return each.created <= record.created; });
    const int row = int(place - m_records.begin());
    beginInsertRows({}, row, row);
    m_records.insert(place, record);
    endInsertRows();
}

void JobTableModel::updateRun(const JobRecord &record)
{
    JobRecord now = record;
    if (const JobRecord *known = this->record(indexOf(record.id).row()))
        now.name = known->name;
    updateRecord(now);
}

void JobTableModel::setName(const QString &id, const QString &name)
{
    const QModelIndex at = indexOf(id);
    if (!at.isValid())
        return;
    m_records[std::size_t(at.row())].name = name;
    Q_EMIT dataChanged(at, at);
}

void JobTableModel::removeRecord(const QString &id)
{
    const QModelIndex at = indexOf(id);
    if (!at.isValid())
        return;
    beginRemoveRows({}, at.row(), at.row());
    m_records.erase(m_records.begin() + at.row());
    m_progress.erase(id);
    endRemoveRows();
}

void JobTableModel::setQueue(const QStringList &ids)
{
    const QStringList before = std::exchange(m_queue, ids);
    if (before == ids)
        return;
    // Told at once: of hundreds of jobs that wait each one's place changes with every one that ends.
    const QSet<QString> waiting(ids.begin(), ids.end());
    const auto waits = [&](const JobRecord &record) { return waiting.contains(record.id); };
    const auto first = std::find_if(m_records.begin(), m_records.end(), waits);
    if (first == m_records.end())
        return;
    const auto last = std::find_if(m_records.rbegin(), m_records.rend(), waits).base() - 1;
    Q_EMIT dataChanged(index(int(first - m_records.begin()), State),
                       index(int(last - m_records.begin()), State));
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
    Q_EMIT dataChanged(index(at.row(), Name + 1), index(at.row(), ColumnCount - 1));
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
