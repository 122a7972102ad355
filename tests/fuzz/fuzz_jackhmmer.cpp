// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tools/jackhmmeroutput.h"
#include "tests/fuzz/fuzzing.h"

using namespace WhiteBox;

/// A byte of exit status, what the tool printed, a zero, its last words.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray all = Fuzz::bytesOf(data + 1, size - 1);
    const qsizetype words = all.indexOf('\0');
    JackhmmerOutput output;
    for (const QByteArray &line : all.left(words).split('\n'))
        output.take(line);
    ProcessOutcome outcome;
    outcome.started = true;
    outcome.exitStatus = data[0];
    outcome.signal = data[0] > 128 ? data[0] - 128 : 0;
    outcome.outputTail = words < 0 ? QString() : QString::fromLocal8Bit(all.mid(words + 1));
    Fuzz::requireWords(judgeJackhmmer(outcome, output, QStringLiteral("none"), QStringLiteral("db")));
    return 0;
}
