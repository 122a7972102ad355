// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventclock.h"

#include <QDir>
#include <QFile>

#include <ctime>

namespace WhiteBox::Test {

namespace {

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return 1e3 * double(now.tv_sec) + 1e-6 * double(now.tv_nsec);
}

} // namespace

Stopwatch::Stopwatch()
    : m_began(milliseconds(CLOCK_MONOTONIC))
    , m_beganWork(milliseconds(CLOCK_THREAD_CPUTIME_ID))
{}

Spent Stopwatch::spent() const
{
    return {float(milliseconds(CLOCK_MONOTONIC) - m_began),
            float(milliseconds(CLOCK_THREAD_CPUTIME_ID) - m_beganWork)};
}

Holdings Holdings::now()
{
    Holdings held;
    held.files = int(QDir(QStringLiteral("/proc/self/fd"))
                         .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                         .size());
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return held;
    for (const QByteArray &line : status.readAll().split('\n')) {
        const double number = line.simplified().split(' ').value(1).toDouble();
        if (line.startsWith("Threads:"))
            held.threads = int(number);
        else if (line.startsWith("VmRSS:"))
            held.megabytes = number / 1024;
        else if (line.startsWith("VmHWM:"))
            held.mostMegabytes = number / 1024;
    }
    return held;
}

} // namespace WhiteBox::Test
