// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace WhiteBox {

/// What a file holds, by its beginning. Sequences and alignments are told apart by their whole text only
/// (recogniseAlignmentFormat).
enum class InputContent {
    Text,            ///< sequences or an alignment, perhaps
    Structure,       ///< PDB, mmCIF or mmJSON
    RawCouplings,    ///< ccmpred -r
    BinaryCouplings, ///< ccmpred -b (msgpack)
    ScoreMatrix,     ///< ccmpred's .mat, or any square of numbers
    Database,        ///< thousands of unaligned sequences
    Array,           ///< NPY or HDF5
    Network,         ///< safetensors or TorchScript
};

/// Bytes that recogniseContent should see, or all there are.
inline constexpr qint64 kContentHead = qint64(4) << 20;

InputContent recogniseContent(const QByteArray &head);

} // namespace WhiteBox
