// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/structure/structure.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace WhiteBox {

/// A result that was looked at in this window: where it can be read again, and how it was looked at.
struct VisitedResult
{
    QString name;
    QString jobId;  ///< of the library; empty: of a session
    QString path;   ///< of the session
    int number = 0; ///< in it
    QJsonObject view{};
    std::optional<StructureMatch> truth{}; ///< that was added to it

    bool isSame(const VisitedResult &other) const
    {
        return jobId == other.jobId && path == other.path && number == other.number;
    }
};

/// The results of this window in the order of their first visit, without their numbers, which fill the
/// memory.
class VisitedResults
{
public:
    const std::vector<VisitedResult> &all() const { return m_all; }
    /// Place of the open one, −1 where it is none of them.
    int current() const { return m_current; }
    /// The open one is this; a known one keeps its view and truth.
    void enter(const VisitedResult &visit);
    /// Known, but not open.
    void add(const VisitedResult &visit);
    /// The open one is left.
    void leave(const QJsonObject &view, const std::optional<StructureMatch> &truth);
    void removeIf(const std::function<bool(const VisitedResult &)> &isGone);
    void rename(const QString &jobId, const QString &name);
    /// A session was written over: its results have other numbers, or are no longer in it.
    void renumber(const QString &path, const std::map<int, int> &numbers);

private:
    int find(const VisitedResult &visit) const;

    std::vector<VisitedResult> m_all;
    int m_current = -1;
};

} // namespace WhiteBox
