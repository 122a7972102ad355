// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stoptoken.h"

#include <thread>

namespace WhiteBox::Cli {

/// While it lives, SIGINT, SIGTERM and SIGHUP ask the token to stop; a second one ends the process at once.
/// The signals are handled, not blocked: child processes would inherit a blocked mask and ignore their own
/// SIGTERM.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    StopToken token() const { return m_source.get_token(); }

private:
    StopSource m_source;
    std::thread m_watcher;
};

} // namespace WhiteBox::Cli
