// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tools/externalprocess.h"
#include "tests/fuzz/fuzzing.h"

namespace WhiteBox::Fuzz {

/// A run of an external program: a byte of exit status, what it printed, a zero, its last words. Hands the
/// lines to output; size is not 0.
template <class Output>
ProcessOutcome toolRun(const std::uint8_t *data, std::size_t size, Output &output)
{
    const QByteArray all = bytesOf(data + 1, size - 1);
    const qsizetype words = all.indexOf('\0');
    for (const QByteArray &line : all.left(words).split('\n'))
        output.take(line);
    ProcessOutcome outcome;
    outcome.started = true;
    outcome.exitStatus = data[0];
    outcome.signal = data[0] > 128 ? data[0] - 128 : 0;
    outcome.outputTail = words < 0 ? QString() : QString::fromLocal8Bit(all.mid(words + 1));
    return outcome;
}

} // namespace WhiteBox::Fuzz
