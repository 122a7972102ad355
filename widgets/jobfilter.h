// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobtablemodel.h"

#include <QSortFilterProxyModel>

namespace WhiteBox {

/// The jobs of a table that a search finds, in the model's order or sorted by a column. Works on the records
/// in memory: ten thousand are searched within a keystroke.
class JobFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit JobFilter(JobTableModel *jobs, QObject *parent = nullptr);

    /// Words that must all be in a job's name, description, id or state, upper or lower case.
    void setSearch(const QString &text);
    bool isSearching() const { return !m_words.isEmpty(); }
    const JobRecord *record(int row) const;
    /// Not valid where the search does not find the job.
    QModelIndex indexOf(const QString &id) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    JobTableModel *m_jobs;
    QStringList m_words;
};

} // namespace WhiteBox
