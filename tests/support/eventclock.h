// SPDX-License-Identifier: GPL-3.0-or-later
// What a program's use costs it: how long the window's thread works at each event, and what of threads,
// memory and files the process holds.
#pragma once

#include <QApplication>
#include <QStringList>
#include <QThread>

#include <utility>
#include <vector>

namespace WhiteBox::Test {

/// Milliseconds that passed, and those of them that this thread worked: on a busy machine it waits for its
/// turn.
struct Spent
{
    float passed = 0;
    float worked = 0;
};

/// Takes the time from here on.
class Stopwatch
{
public:
    Stopwatch();
    Spent spent() const;

private:
    double m_began;
    double m_beganWork;
};

/// An application that keeps the time of each outermost event of its own thread.
class EventClock : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0 || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        const int type = event->type();
        const QString name = QLatin1String(receiver->metaObject()->className());
        const Stopwatch clock;
        ++m_depth;
        const bool done = QApplication::notify(receiver, event);
        --m_depth;
        const Spent spent = clock.spent();
        m_events.push_back(spent);
        if (spent.passed > kSlow) // of the receiver only the name is left: it may be gone
            m_slow << QStringLiteral("%1 ms, %2 of them work: event %3 of %4")
                          .arg(double(spent.passed), 0, 'f', 0)
                          .arg(double(spent.worked), 0, 'f', 0)
                          .arg(type)
                          .arg(name);
        return done;
    }
    /// Of all events since the last call.
    std::vector<Spent> take() { return std::exchange(m_events, {}); }

    /// Those that took longer than kSlow, in words, since the last call.
    QStringList takeSlow() { return std::exchange(m_slow, {}); }

    static constexpr float kSlow = 50;

private:
    QStringList m_slow;
    std::vector<Spent> m_events;
    int m_depth = 0;
};

/// What a process holds now.
struct Holdings
{
    int threads = 0;
    int files = 0;            ///< open descriptors
    double megabytes = 0;     ///< resident
    double mostMegabytes = 0; ///< that were ever resident

    static Holdings now();
};

} // namespace WhiteBox::Test
