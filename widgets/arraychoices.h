// SPDX-License-Identifier: GPL-3.0-or-later
// The arrays that a user may choose from: those of the open result, of the explained pair, and of files.
#pragma once

#include "core/export/arraysource.h"
#include "core/store/jobresult.h"
#include "widgets/explanationcontroller.h"

#include <QString>

#include <memory>
#include <vector>

namespace WhiteBox {

struct ArrayChoice
{
    enum class Kind { Couplings, Predicted, Truth, Gradient, Input, Jacobian, File };
    Kind kind = Kind::File;
    QString text;
    std::shared_ptr<const ArraySource> file; ///< of Kind::File

    /// Whether another pair is another array.
    bool isOfThePair() const
    {
        return kind == Kind::Gradient || kind == Kind::Input || kind == Kind::Jacobian;
    }
};

/// Those of the result (null: none) that there are, then the files'.
std::vector<ArrayChoice> arrayChoices(const JobResult *result,
                                      const std::vector<std::shared_ptr<const ArraySource>> &files);
/// Null where no pair is explained that it needs. result: the one that the choice was made of.
std::shared_ptr<const ArraySource> openChoice(const ArrayChoice &choice, const JobResult *result,
                                              const Explanation *explanation);

} // namespace WhiteBox
