// SPDX-License-Identifier: GPL-3.0-or-later
// NumPy's array format (NEP 1, versions 1.0 to 3.0): a magic string, a header that is a Python dictionary,
// raw data. Little-endian numbers in C order are read and written; a foreign file's sizes are checked before
// memory is taken.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace WhiteBox {

class SaveFile;

enum class NpyType { Float32, Float64, UInt8, Float16 };
/// Bytes of one value.
int npySize(NpyType type);

/// An array as read: the values still in the file's own type.
struct NpyArray
{
    NpyType type = NpyType::Float32;
    std::vector<qint64> shape; ///< empty for a single number
    QByteArray data;           ///< the product of shape values, row-major, little-endian

    qint64 count() const { return data.size() / npySize(type); }
    std::vector<float> toFloats() const;
    /// "(441, 87, 87)", as Python writes it.
    QString shapeText() const;
};

/// Where the values lie in a file.
struct NpyLayout
{
    NpyType type = NpyType::Float32;
    std::vector<qint64> shape;
    qint64 dataStart = 0; ///< bytes
    qint64 dataSize = 0;
};
/// Reads and checks the header alone. Fails: Io, Parse, Unsupported.
Result<NpyLayout> loadNpyLayout(const QString &path);
/// Values as they lie in a file, as many as bytes hold.
std::vector<float> npyFloats(std::span<const char> bytes, NpyType type);

/// Fails: Io, Parse, Unsupported (another number type, Fortran order), Resources (more than maxBytes of
/// data).
Result<NpyArray> loadNpy(const QString &path, qint64 maxBytes = qint64(1) << 34);
Result<NpyArray> parseNpy(const QByteArray &bytes, const QString &name);
/// values: those of an array of this shape. Fails: Parse, where one is NaN or infinite (in a double beyond
/// float's range, too); the message names the first by its index, as NumPy writes it.
Result<void> checkFinite(std::span<const float> values, const std::vector<qint64> &shape,
                         const QString &name);

/// Writes float32 values under another type where asked, piece by piece: the whole array need not be in
/// memory. The file appears under its name with finish(), and not at all without.
class NpyWriter
{
public:
    /// Fails: Io, Resources.
    static Result<NpyWriter> open(const QString &path, const std::vector<qint64> &shape,
                                  NpyType type = NpyType::Float32);
    ~NpyWriter();
    NpyWriter(NpyWriter &&) noexcept;
    NpyWriter &operator=(NpyWriter &&) noexcept;

    /// The next values, in row-major order. uint8 rounds and clamps to 0..255. Fails: Io, Resources (disk
    /// full).
    Result<void> append(std::span<const float> values);
    /// Fails: Io, Resources; Mismatch where more or fewer values came than the shape holds.
    Result<void> finish();

private:
    NpyWriter();

    std::unique_ptr<SaveFile> m_file;
    NpyType m_type = NpyType::Float32;
    qint64 m_missing = 0; ///< values yet to come
};

/// The bytes in front of the values.
QByteArray npyHeader(const std::vector<qint64> &shape, NpyType type);
/// The values as a file holds them. uint8 rounds and clamps to 0..255.
QByteArray npyBytes(std::span<const float> values, NpyType type);

/// A whole array at once, atomically. Fails: as NpyWriter.
Result<void> writeNpy(const QString &path, std::span<const float> values, const std::vector<qint64> &shape,
                      NpyType type = NpyType::Float32);

} // namespace WhiteBox
