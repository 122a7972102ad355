// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobfilter.h"

#include <algorithm>

namespace WhiteBox {

JobFilter::JobFilter(JobTableModel *jobs, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_jobs(jobs)
{
    setSourceModel(jobs);
    setSortRole(JobTableModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void JobFilter::setSearch(const QString &text)
{
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

const JobRecord *JobFilter::record(int row) const
{
    const QModelIndex at = mapToSource(index(row, 0));
    return at.isValid() ? m_jobs->record(at.row()) : nullptr;
}

QModelIndex JobFilter::indexOf(const QString &id) const
{
    return mapFromSource(m_jobs->indexOf(id));
}

bool JobFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const JobRecord *job = m_jobs->record(row);
    const QString state = m_words.isEmpty() ? QString() : stateName(job->state);
    const QString description = job->request[QStringLiteral("description")].toString();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return job->name.contains(word, Qt::CaseInsensitive) || job->id.contains(word, Qt::CaseInsensitive) ||
               state.contains(word, Qt::CaseInsensitive) || description.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace WhiteBox
