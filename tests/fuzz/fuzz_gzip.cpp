// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sequence/inputfile.h"
#include "tests/fuzz/fuzzing.h"

using namespace WhiteBox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr qint64 kLimit = 1 << 16;
    const Fuzz::ScratchFile file(data, size);
    const auto bytes = loadInputBytes(file.path(), kLimit);
    Fuzz::requireWords(bytes);
    if (bytes.isOk())
        Fuzz::require(bytes.value().size() <= kLimit);
    const auto head = loadInputHead(file.path(), 100);
    Fuzz::requireWords(head);
    if (head.isOk())
        Fuzz::require(head.value().size() <= 100);
    Fuzz::requireWords(loadInputText(file.path(), kLimit));
    return 0;
}
