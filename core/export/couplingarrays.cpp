// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/couplingarrays.h"

#include "core/coevolution/ccmpredfiles.h"
#include "core/store/hdf5file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace WhiteBox {

namespace {

constexpr std::int64_t kMostColumns = 8192;
const QString kGroup = QStringLiteral("couplings");
const QString kPairs = QStringLiteral("couplings/pairs");
const QString kFields = QStringLiteral("couplings/fields");
const QString kScore = QStringLiteral("couplings/score");

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CouplingArrays)
};

/// The row i of the array: all j, 441 values each.
void fillRow(const CouplingTensor &couplings, int i, std::vector<float> &row)
{
    for (int j = 0; j < couplings.length(); ++j) {
        const auto block = couplings.block(i, j);
        float *out = row.data() + std::size_t(j) * kBlock;
        for (int a = 0; a < kStates; ++a)
            for (int b = 0; b < kStates; ++b)
                *out++ = block(a, b);
    }
}

Error mismatch(const QString &name, const QString &why)
{
    return Error{ErrorKind::Mismatch, Text::tr("The array holds no couplings"), why,
                 Text::tr("Give an array (L, L, 21, 21): [i, j, a, b], states in the order %1.")
                     .arg(QLatin1String(kStateLetters.data(), kStates)),
                 name};
}

QString place(qint64 i, qint64 j, int k)
{
    return QStringLiteral("[%1, %2, %3, %4]").arg(i).arg(j).arg(k / kStates).arg(k % kStates);
}

Error notFinite(const QString &name, const QString &where)
{
    return Error::parse(name, 0, Text::tr("the value at %1 is not finite").arg(where),
                        Text::tr("Compute the couplings again."));
}

/// Whether the block (i, j) and its mirror image are couplings.
Result<void> checkBlocks(const std::vector<float> &values, qint64 L, qint64 i, qint64 j, const QString &name)
{
    const float *block = values.data() + (i * L + j) * kBlock;
    const float *mirror = values.data() + (j * L + i) * kBlock;
    for (int k = 0; k < kBlock; ++k) {
        const float w = block[k];
        if (!std::isfinite(w))
            return notFinite(name, place(i, j, k));
        const int turned = k % kStates * kStates + k / kStates;
        if (!std::isfinite(mirror[turned]))
            return notFinite(name, place(j, i, turned));
        if (i == j ? w != 0 : std::abs(w - mirror[turned]) > 1e-5F * std::max(1.0F, std::abs(w)))
            return mismatch(
                name,
                i == j ? Text::tr("the value at %1 is not 0").arg(place(i, j, k))
                       : Text::tr("the values at %1 and %2 differ").arg(place(i, j, k), place(j, i, turned)));
    }
    return {};
}

Error damaged(const QString &path, const QString &why)
{
    return Error::parse(path, 0, why,
                        Text::tr("Give a file that White Box or \"whitebox-cli couplings --h5\" wrote."));
}

} // namespace

Result<void> saveCouplingsNpy(const QString &path, const CouplingTensor &couplings)
{
    const qint64 L = couplings.length();
    auto writer = NpyWriter::open(path, {L, L, kStates, kStates});
    if (!writer.isOk())
        return std::move(writer).error();
    std::vector<float> row(std::size_t(L) * kBlock);
    for (int i = 0; i < L; ++i) {
        fillRow(couplings, i, row);
        if (auto written = writer.value().append(row); !written.isOk())
            return written;
    }
    return writer.value().finish();
}

Result<void> saveCouplingsHdf5(const QString &path, const CouplingTensor &couplings,
                               const ContactScore &score, const CouplingsNote &note)
{
    const std::int64_t L = couplings.length();
    const QString part = path + QStringLiteral(".part");
    Hdf5Writer file(part);
    file.write(kPairs, {std::int64_t(couplings.pairCount()), kStates, kStates}, couplings.values(),
               {QStringLiteral("pair i<j"), QStringLiteral("state a of i"), QStringLiteral("state b of j")});
    file.setAttribute(kPairs, QStringLiteral("states"), QString::fromLatin1(kStateLetters.data(), kStates));
    file.setAttribute(kPairs, QStringLiteral("order"), QStringLiteral("(0,1) (0,2) ... (1,2) ..."));
    file.write(kFields, {L, kStates}, couplings.fields(),
               {QStringLiteral("residue i"), QStringLiteral("state a")});
    file.write(kScore, {L, L}, std::span<const double>(score.values),
               {QStringLiteral("residue i"), QStringLiteral("residue j")});
    file.setAttribute(kGroup, QStringLiteral("engine"), note.engine);
    file.setAttribute(kGroup, QStringLiteral("mode"), note.mode);
    file.setAttribute(kGroup, QStringLiteral("status"), note.status);
    file.setAttribute(kGroup, QStringLiteral("iterations"), note.iterations);
    file.setAttribute(kGroup, QStringLiteral("objective"), note.objective);
    file.setAttribute(kGroup, QStringLiteral("neff"), note.neff);
    file.setAttribute(kGroup, QStringLiteral("options"), note.options);
    auto closed = file.close();
    if (closed.isOk() &&
        std::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0)
        closed = Error::io(path, Text::tr("The couplings could not be written"), qt_error_string(),
                           Text::tr("Check the free space and who may write there."));
    if (!closed.isOk())
        QFile::remove(part);
    return closed;
}

Result<CouplingTensor> couplingsFromArray(const NpyArray &array, const QString &name)
{
    const auto &shape = array.shape;
    if (shape.size() != 4 || shape[0] != shape[1] || shape[2] != kStates || shape[3] != kStates ||
        shape[0] < 2 || shape[0] > kMostColumns)
        return mismatch(name, Text::tr("its shape is %1").arg(array.shapeText()));
    const qint64 L = shape[0];
    const std::vector<float> values = array.toFloats();
    CouplingTensor couplings{int(L)};
    for (qint64 i = 0; i < L; ++i)
        for (qint64 j = i; j < L; ++j) {
            if (auto checked = checkBlocks(values, L, i, j, name); !checked.isOk())
                return std::move(checked).error();
            if (i < j)
                std::copy_n(values.data() + (i * L + j) * kBlock, kBlock,
                            couplings.stored(int(i), int(j)).begin());
        }
    return couplings;
}

Result<CouplingTensor> loadCouplingsHdf5(const QString &path)
{
    Hdf5Reader file(path);
    const Hdf5Shape fields = file.isOk() ? file.shape(kFields) : Hdf5Shape();
    if (!file.isOk())
        return file.error();
    if (fields.size() != 2 || fields[1] != kStates || fields[0] < 2 || fields[0] > kMostColumns)
        return damaged(path, Text::tr("it holds no couplings"));
    const std::int64_t L = fields[0];
    const Hdf5Shape pairs = {L * (L - 1) / 2, kStates, kStates};
    // Looked at before the tensor is allocated, which takes what L asks for.
    if (file.shape(kPairs) != pairs)
        return file.isOk() ? damaged(path, Text::tr("its couplings do not fit its fields")) : file.error();
    CouplingTensor couplings{int(L)};
    file.floatsInto(kPairs, pairs, couplings.values());
    file.floatsInto(kFields, fields, couplings.fields());
    if (!file.isOk())
        return file.error();
    const auto bad = std::ranges::find_if(couplings.values(), [](float w) { return !std::isfinite(w); });
    if (bad != couplings.values().end() ||
        !std::ranges::all_of(couplings.fields(), [](float v) { return std::isfinite(v); }))
        return damaged(path, Text::tr("value %1 is not finite").arg(bad - couplings.values().begin()));
    return couplings;
}

Result<CouplingTensor> loadAnyCouplings(const QString &path)
{
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return Error::io(path, Text::tr("The couplings could not be opened"),
                         QFileInfo(path).isDir() ? Text::tr("it is a directory") : file.errorString(),
                         Text::tr("Check the path and who may read it."));
    const QByteArray head = file.read(8);
    file.close();
    if (head.startsWith("\x89HDF\r\n"))
        return loadCouplingsHdf5(path);
    if (!head.startsWith("\x93NUMPY"))
        return loadCouplings(path);
    auto array = loadNpy(path);
    if (!array.isOk())
        return std::move(array).error();
    return couplingsFromArray(array.value(), path);
}

} // namespace WhiteBox
