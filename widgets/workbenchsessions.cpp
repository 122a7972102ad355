// SPDX-License-Identifier: GPL-3.0-or-later
// Results of the library and of sessions: read aside, shown as they were left, and saved together.
#include "core/pipeline/jobworker.h"
#include "core/store/jobstore.h"
#include "core/store/resultfile.h"
#include "widgets/viewstate.h"
#include "widgets/workbench.h"

#include <QFileInfo>

#include <utility>

namespace WhiteBox {

namespace {

/// What a session's file tells of its results before any is read.
struct SessionIndex
{
    QStringList names;
    std::vector<QJsonObject> views;
};

Result<SessionIndex> loadIndex(const QString &path)
{
    auto names = loadResultNames(path);
    if (!names.isOk())
        return std::move(names).error();
    SessionIndex index{std::move(names).value(), {}};
    for (int number = 0; number < index.names.size(); ++number) {
        auto view = loadView(path, number);
        if (!view.isOk())
            return std::move(view).error();
        index.views.push_back(std::move(view).value());
    }
    return index;
}

/// Of the library or of a session, with the truth that was added to it. Any thread.
Result<JobResult> read(const VisitedResult &visit, JobStore *store)
{
    Result<JobResult> result = Error::cancelled();
    if (visit.jobId.isEmpty()) {
        result = loadResult(visit.path, visit.number);
    } else {
        const auto record = store->find(visit.jobId);
        store->closeConnection(); // the pool's threads live on
        result = record.isOk() ? loadStoredResult(record.value()) : Result<JobResult>(record.error());
    }
    if (result.isOk() && !result.value().predicted)
        return Error{ErrorKind::Mismatch, Workbench::tr("The session cannot be shown"),
                     Workbench::tr("its job was not finished: it holds no distances"),
                     Workbench::tr("Open the alignment or the couplings it began with."), visit.path};
    if (!result.isOk() || !visit.truth)
        return result;
    JobResult known = std::move(result).value();
    known.structure = visit.truth;
    return known;
}

QString keyOf(const VisitedResult &visit)
{
    return QStringLiteral("%1 %2 %3").arg(visit.jobId).arg(visit.number).arg(visit.path);
}

} // namespace

void Workbench::load(const VisitedResult &visit, bool asLeft)
{
    m_awaited.clear(); // what the user opens now stays, whatever finishes
    m_loading = keyOf(visit);
    aside(tr("Opening %1…").arg(visit.name),
          [this, visit, asLeft, store = m_store]() -> std::function<void()> {
              const auto result = read(visit, store.get());
              return [this, visit, asLeft, result] {
                  if (m_loading != keyOf(visit))
                      return; // another result was opened meanwhile
                  if (result.isOk())
                      show(visit, std::make_shared<const JobResult>(result.value()), asLeft);
                  else
                      Q_EMIT failed(result.error());
              };
          });
}

void Workbench::show(const VisitedResult &visit, std::shared_ptr<const JobResult> result, bool asLeft)
{
    setResult(std::move(result));
    m_visited.enter(visit);
    // A session's others are listed when the open one is there: a damaged file adds nothing.
    for (const VisitedResult &each : std::exchange(m_session, {}))
        if (each.path == visit.path)
            m_visited.add(each);
    if (!asLeft)
        return;
    applyViewState(visit.view, m_settings, m_result->structure.has_value());
    if (const auto pair = pairOf(visit.view, m_result->length()))
        m_selection.setPair(*pair);
}

void Workbench::openVisited(int place)
{
    const auto &all = m_visited.all();
    if (place < 0 || place >= int(all.size()) || place == m_visited.current())
        return;
    Q_EMIT begun();
    load(all[std::size_t(place)], true);
}

void Workbench::reopenSession(const VisitedResult &left)
{
    m_loading = left.path;
    aside(tr("Opening %1…").arg(QFileInfo(left.path).fileName()), [this, left]() -> std::function<void()> {
        const bool isThere = QFileInfo::exists(left.path);
        return [this, left, isThere] {
            if (m_loading != left.path)
                return; // something else was opened meanwhile
            if (isThere)
                openSession(left.path, left);
            else
                Q_EMIT sessionGone(
                    tr("%1, which was open the last time, is no longer there: %2 was not opened again. Open "
                       "the session from where it lies now.")
                        .arg(left.path, left.name));
        };
    });
}

void Workbench::openSession(const QString &path, const std::optional<VisitedResult> &left)
{
    m_loading = path;
    aside(tr("Opening %1…").arg(QFileInfo(path).fileName()), [this, path, left]() -> std::function<void()> {
        const auto index = loadIndex(path);
        return [this, path, left, index] {
            if (m_loading != path)
                return;
            if (!index.isOk())
                return Q_EMIT failed(index.error());
            std::vector<VisitedResult> found;
            for (int number = 0; number < index.value().names.size(); ++number)
                found.push_back({index.value().names[number],
                                 {},
                                 path,
                                 number,
                                 index.value().views[std::size_t(number)]});
            const bool isSame = left && left->number < int(found.size()) &&
                                found[std::size_t(left->number)].name == left->name;
            load(isSame ? *left : found.front(), true);
            m_session = std::move(found);
        };
    });
}

void Workbench::saveSession(const QString &path)
{
    if (!m_result)
        return;
    m_visited.removeIf([this](const VisitedResult &each) {
        return !each.jobId.isEmpty() && !m_jobs.indexOf(each.jobId).isValid();
    });
    std::vector<SessionResult> others;
    std::map<int, int> numbers; // of this very file's results, where it is written over
    for (int k = 0; k < int(m_visited.all().size()); ++k) {
        const VisitedResult &each = m_visited.all()[std::size_t(k)];
        const bool isOpen = k == m_visited.current();
        if (!isOpen)
            others.push_back({[each, store = m_store] { return read(each, store.get()); }, each.view});
        if (each.path == path)
            numbers[each.number] = isOpen ? 0 : int(others.size());
    }
    aside(tr("Writing %1…").arg(QFileInfo(path).fileName()),
          [this, path, others, numbers, result = m_result,
           view = viewState(m_settings, m_selection.pair())]() -> std::function<void()> {
              const auto saved = saveResult(*result, path, view, others);
              if (!saved.isOk())
                  return [this, error = saved.error()] { Q_EMIT failed(error); };
              return [this, path, numbers] {
                  m_visited.renumber(path, numbers);
                  Q_EMIT opened({path});
                  Q_EMIT noticed(tr("Written: %1").arg(path));
              };
          });
}

} // namespace WhiteBox
