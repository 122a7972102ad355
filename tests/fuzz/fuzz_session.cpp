// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/hdf5file.h"
#include "core/store/resultfile.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>

using namespace WhiteBox;

namespace {

void requireSound(const JobResult &result)
{
    const auto length = std::size_t(result.length());
    Fuzz::require(length > 0);
    Fuzz::require(!result.alignment || result.alignment->columns() == int(length));
    Fuzz::require(!result.couplings || result.couplings->length() == int(length));
    Fuzz::require(!result.predicted || result.predicted->length() == int(length));
    Fuzz::require(result.couplingScore.empty() || result.couplingScore.size() == length * length);
    Fuzz::require(!result.structure || result.structure->residueOf.size() == length);
}

/// What the array scroller does with any HDF5 file.
void browse(const QString &path)
{
    Hdf5Reader file(path);
    for (const QString &name : file.numericDatasets()) {
        const Hdf5Shape shape = file.shape(name);
        Hdf5Shape count;
        for (const auto side : shape)
            count.push_back(std::min<std::int64_t>(side, 4));
        (void)file.axisNames(name);
        (void)file.labels(name);
        (void)file.slab(name, Hdf5Shape(shape.size(), 0), count);
    }
    Fuzz::require(file.isOk() || !file.error().text().isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Fuzz::ScratchFile file(data, size);
    (void)isResultFile(file.path());
    const auto result = loadResult(file.path());
    Fuzz::requireWords(result);
    if (result.isOk())
        requireSound(result.value());
    Fuzz::requireWords(loadView(file.path()));
    browse(file.path());
    return 0;
}
