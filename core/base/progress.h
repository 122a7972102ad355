// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <utility>

namespace WhiteBox {

/// Where a long computation tells how far it is. Copyable; an empty one swallows everything.
/// Called from the thread that computes; the receiver takes it to its own thread.
class Progress
{
public:
    /// fraction 0..1, negative where it is not known.
    using Receiver = std::function<void(double fraction, const QString &text)>;

    Progress() = default;
    explicit Progress(Receiver receiver)
        : m_receiver(std::move(receiver))
    {}

    void report(double fraction, const QString &text = {}) const
    {
        if (m_receiver)
            m_receiver(fraction, text);
    }

private:
    Receiver m_receiver;
};

} // namespace WhiteBox
