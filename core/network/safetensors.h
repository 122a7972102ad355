// SPDX-License-Identifier: GPL-3.0-or-later
// The safetensors format (Hugging Face, https://huggingface.co/docs/safetensors): 8 bytes with the header's
// length (little endian), a JSON header, raw data. Only float32 tensors are read. A file is foreign input:
// every size is checked against the file before anything is allocated.
#pragma once

#include "core/base/result.h"

#include <QString>

#include <cstdint>
#include <map>
#include <vector>

namespace WhiteBox {

/// A float32 array, row-major; values.size() is the product of shape.
struct NamedTensor
{
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

struct SafeTensors
{
    std::map<QString, NamedTensor> tensors;
    std::map<QString, QString> metadata; ///< the header's "__metadata__"

    /// Fails: Io, Parse (a header longer than 1 MiB, sizes that disagree, holes, a file that is too short),
    /// Unsupported (a type other than F32).
    static Result<SafeTensors> load(const QString &path);
    static Result<SafeTensors> parse(const QByteArray &bytes, const QString &name);
    QByteArray serialise() const;
    /// Written atomically. Fails: Io.
    Result<void> save(const QString &path) const;
};

} // namespace WhiteBox
