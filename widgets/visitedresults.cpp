// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/visitedresults.h"

#include <algorithm>

namespace WhiteBox {

int VisitedResults::find(const VisitedResult &visit) const
{
    const auto at = std::find_if(m_all.begin(), m_all.end(),
                                 [&](const VisitedResult &each) { return each.isSame(visit); });
    return at == m_all.end() ? -1 : int(at - m_all.begin());
}

void VisitedResults::enter(const VisitedResult &visit)
{
    add(visit);
    m_current = find(visit);
}

void VisitedResults::add(const VisitedResult &visit)
{
    if (find(visit) < 0)
        m_all.push_back(visit);
}

void VisitedResults::leave(const QJsonObject &view, const std::optional<StructureMatch> &truth)
{
    if (m_current >= 0) {
        m_all[std::size_t(m_current)].view = view;
        m_all[std::size_t(m_current)].truth = truth;
    }
    m_current = -1;
}

void VisitedResults::removeIf(const std::function<bool(const VisitedResult &)> &isGone)
{
    for (int k = int(m_all.size()) - 1; k >= 0; --k) {
        if (k == m_current || !isGone(m_all[std::size_t(k)]))
            continue;
        m_all.erase(m_all.begin() + k);
        m_current -= m_current > k ? 1 : 0;
    }
}

void VisitedResults::rename(const QString &jobId, const QString &name)
{
    for (VisitedResult &each : m_all)
        if (each.jobId == jobId)
            each.name = name;
}

void VisitedResults::renumber(const QString &path, const std::map<int, int> &numbers)
{
    removeIf([&](const VisitedResult &each) { return each.path == path && !numbers.contains(each.number); });
    for (VisitedResult &each : m_all)
        if (const auto at = numbers.find(each.number); each.path == path && at != numbers.end())
            each.number = at->second;
}

} // namespace WhiteBox
