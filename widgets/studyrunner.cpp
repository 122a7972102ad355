// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studyrunner.h"

#include "core/base/threadpriority.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <utility>

namespace WhiteBox {

namespace {

/// Threads for studies alone, so that each can yield to the window and to the explanation of the next pair.
QThreadPool *studyThreads()
{
    static QThreadPool threads;
    return &threads;
}

} // namespace

StudyRunner::StudyRunner(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &StudyRunner::settle);
}

StudyRunner::~StudyRunner()
{
    m_stop.request_stop();
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void StudyRunner::start(Work work)
{
    m_stop.request_stop();
    if (m_busy)
        m_waiting = std::move(work);
    else
        launch(std::move(work));
}

void StudyRunner::stop()
{
    m_stop.request_stop();
    m_waiting = {};
}

void StudyRunner::launch(Work work)
{
    m_stop = StopSource();
    setBusy(true);
    m_watcher.setFuture(
        QtConcurrent::run(studyThreads(), [work = std::move(work), token = m_stop.get_token()] {
            if (token.stop_requested())
                return Delivery(); // never begun: waiting for it may run it in the window's own thread
            makeBackgroundThread();
            return work(token);
        }));
}

void StudyRunner::settle()
{
    const bool current = !m_stop.stop_requested();
    const Delivery deliver = m_watcher.result();
    if (m_waiting)
        launch(std::exchange(m_waiting, {}));
    else
        setBusy(false);
    if (current && deliver)
        deliver();
}

void StudyRunner::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        Q_EMIT busyChanged(busy);
}

} // namespace WhiteBox
