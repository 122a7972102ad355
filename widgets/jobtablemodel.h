// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jobrecord.h"

#include <QAbstractTableModel>

#include <map>
#include <optional>
#include <vector>

namespace WhiteBox {

/// How far a running job is.
struct JobProgress
{
    JobStage stage = JobStage::Search;
    double fraction = -1; ///< of the stage; negative: not known
    QString text;         ///< what is going on
    QDateTime stageBegan; ///< UTC
};

/// The job library as a table, newest first. It holds copies of the records; whoever owns the store keeps it
/// up to date.
class JobTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Length, Stage, Progress, Elapsed, Eta, State, ColumnCount };
    /// SortRole: a number where the column shows one.
    enum Role { IdRole = Qt::UserRole, FractionRole, SortRole };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// The name alone can be edited: what is typed is asked for by renameRequested(), the record stays.
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setRecords(std::vector<JobRecord> records);
    /// Replaces the record of the same id or adds it at the place of its age.
    void updateRecord(const JobRecord &record);
    /// The same for what a run tells: it may know an old name, so that the table's stays.
    void updateRun(const JobRecord &record);
    /// Of a job that is listed; what a run has told of it since the library was asked stays.
    void setName(const QString &id, const QString &name);
    void removeRecord(const QString &id);
    /// The active jobs in the order in which they run; the others' places in the queue are told by it.
    void setQueue(const QStringList &ids);
    void setProgress(const QString &id, JobStage stage, double fraction, const QString &text);
    /// Elapsed times of running jobs go on.
    void tick();

    const JobRecord *record(int row) const;
    std::optional<JobProgress> progress(const QString &id) const;
    QModelIndex indexOf(const QString &id, Column column = Name) const;
    /// What is known of the end of a running job's stage: measured from its own progress, or from earlier
    /// jobs; empty where neither is.
    QString etaText(const JobRecord &record) const;
    /// Where the running stage does not tell how far it is: how long it took in earlier jobs.
    QString silenceText(const JobRecord &record) const;
    /// What a job takes of memory and disk; empty where its record does not tell.
    static QString needsText(const JobRecord &record);
    /// With the place of a job that waits.
    QString stateText(const JobRecord &record) const;

Q_SIGNALS:
    void renameRequested(const QString &id, const QString &typed);

private:
    QString text(const JobRecord &record, Column column) const;
    QVariant sortKey(const JobRecord &record, Column column) const;
    QString toolTip(const JobRecord &record) const;

    std::vector<JobRecord> m_records;
    std::map<QString, JobProgress> m_progress;
    QStringList m_queue;
};

QString stageName(JobStage stage);
QString stateName(JobState state);

} // namespace WhiteBox
