// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stoptoken.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>

namespace WhiteBox {

/// Computes something aside for one view. The newest start wins: work before it is stopped, and what it still
/// delivers is dropped. One piece of work at a time, at most one waits. Lives in the GUI's thread.
class StudyRunner : public QObject
{
    Q_OBJECT

public:
    /// What fills the view, run in the runner's thread; empty when the work was stopped.
    using Delivery = std::function<void()>;
    /// Runs in a thread of the pool. May not touch the view.
    using Work = std::function<Delivery(const StopToken &)>;

    explicit StudyRunner(QObject *parent = nullptr);
    /// Stops the work and waits for it: work that heeds its token ends within 50 ms.
    ~StudyRunner() override;

    void start(Work work);
    void stop();
    bool isBusy() const { return m_busy; }
    /// Whether what is being computed will be delivered.
    bool isWanted() const { return m_busy && (m_waiting || !m_stop.stop_requested()); }

Q_SIGNALS:
    void busyChanged(bool busy);

private:
    void launch(Work work);
    void settle();
    void setBusy(bool busy);

    QFutureWatcher<Delivery> m_watcher;
    StopSource m_stop;
    Work m_waiting;
    bool m_busy = false;
};

} // namespace WhiteBox
