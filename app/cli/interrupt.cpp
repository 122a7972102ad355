// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

namespace WhiteBox::Cli {

namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};
int pipeEnds[2] = {-1, -1};

// Only write() may be called here: it is safe in a signal handler.
void onSignal(int)
{
    const int saved = errno;
    const char stop = 's';
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &stop, 1);
    errno = saved;
}

void setHandlers(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (const int number : kSignals)
        ::sigaction(number, &action, nullptr);
}

} // namespace

Interrupt::Interrupt()
{
    if (::pipe2(pipeEnds, O_CLOEXEC) != 0)
        return;
    m_watcher = std::thread([this] {
        char reason = 0;
        while (::read(pipeEnds[0], &reason, 1) < 0 && errno == EINTR) {
        }
        if (reason != 's')
            return;
        setHandlers(SIG_DFL);
        m_source.request_stop();
    });
    setHandlers(onSignal);
}

Interrupt::~Interrupt()
{
    if (!m_watcher.joinable())
        return;
    setHandlers(SIG_DFL);
    const char quit = 'q';
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &quit, 1);
    m_watcher.join();
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

} // namespace WhiteBox::Cli
