// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/safetensors.h"

#include "core/base/filenode.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QtEndian>

#include <bit>
#include <cmath>
#include <cstring>
#include <iterator>

namespace WhiteBox {
namespace {

static_assert(std::endian::native == std::endian::little, "float32 data are copied as they are");

constexpr qint64 kMaxHeader = 1 << 20;
constexpr qint64 kMaxFile = qint64(1) << 30;

QString text(const char *source)
{
    return QCoreApplication::translate("WhiteBox::SafeTensors", source);
}

Error damaged(const QString &name, const QString &why)
{
    return Error::parse(name, 0, why,
                        text("Use the weights file as it was published, or download it again."));
}

/// A whole number 0..2^53 of the header, or −1.
qint64 wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    if (!(number >= 0) || number > 9007199254740992.0 || std::floor(number) != number)
        return -1;
    return qint64(number);
}

/// Where the tensors' data begin and end.
using Extents = std::map<qint64, qint64>;

bool overlaps(const Extents &extents, qint64 begin, qint64 end)
{
    const auto next = extents.lower_bound(begin);
    return (next != extents.end() && next->first < end) ||
           (next != extents.begin() && std::prev(next)->second > begin);
}

qint64 covered(const Extents &extents)
{
    qint64 sum = 0;
    for (const auto &[begin, end] : extents)
        sum += end - begin;
    return sum;
}

/// Shape of an entry and the number of its values, checked against the bytes it claims.
Result<NamedTensor> readEntry(const QString &file, const QString &key, const QJsonObject &entry,
                              const QByteArray &data, Extents &extents)
{
    if (entry.value(QLatin1String("dtype")).toString() != QLatin1String("F32")) {
        return Error{ErrorKind::Unsupported, text("The weights cannot be used"),
                     text("tensor \"%1\" of %2 is not of type F32").arg(key, file),
                     text("Convert the tensors to float32."), file};
    }
    const QJsonArray offsets = entry.value(QLatin1String("data_offsets")).toArray();
    const qint64 begin = wholeNumber(offsets.at(0));
    const qint64 end = wholeNumber(offsets.at(1));
    if (offsets.size() != 2 || begin < 0 || end < begin || end > data.size())
        return damaged(file, text("tensor \"%1\" lies outside the file").arg(key));
    NamedTensor tensor;
    qint64 count = 1;
    for (const QJsonValue &dimension : entry.value(QLatin1String("shape")).toArray()) {
        const qint64 size = wholeNumber(dimension);
        if (size <= 0 || count > kMaxFile / size)
            return damaged(file, text("tensor \"%1\" has an impossible shape").arg(key));
        tensor.shape.push_back(size);
        count *= size;
    }
    if (count * qint64(sizeof(float)) != end - begin)
        return damaged(file, text("the shape of tensor \"%1\" and its data disagree").arg(key));
    if (overlaps(extents, begin, end))
        return damaged(file, text("tensor \"%1\" overlaps another").arg(key));
    extents.emplace(begin, end);
    tensor.values.resize(std::size_t(count));
    std::memcpy(tensor.values.data(), data.constData() + begin, std::size_t(end - begin));
    return tensor;
}

} // namespace

Result<SafeTensors> SafeTensors::load(const QString &path)
{
    QFile file(path);
    if (const QString node = whyNoFile(path); !node.isEmpty() || !file.open(QIODevice::ReadOnly))
        return Error::io(path, text("The weights cannot be read"), node.isEmpty() ? file.errorString() : node,
                         text("Check the path and who may read it."));
    if (file.size() > kMaxFile)
        return damaged(path, text("the file is larger than 1 GiB"));
    return parse(file.readAll(), path);
}

Result<SafeTensors> SafeTensors::parse(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() < 8)
        return damaged(name, text("the file is too short"));
    const auto headerSize = qFromLittleEndian<quint64>(bytes.constData());
    if (headerSize > quint64(kMaxHeader) || headerSize > quint64(bytes.size() - 8))
        return damaged(name, text("the header's length is impossible"));
    QJsonParseError jsonError;
    const QJsonDocument document = QJsonDocument::fromJson(bytes.mid(8, qsizetype(headerSize)), &jsonError);
    if (!document.isObject())
        return damaged(name, text("the header is not JSON: %1").arg(jsonError.errorString()));
    const QByteArray data = bytes.mid(8 + qsizetype(headerSize));
    const QJsonObject header = document.object();
    SafeTensors result;
    Extents extents;
    for (auto it = header.begin(); it != header.end(); ++it) {
        if (it.key() == QLatin1String("__metadata__")) {
            const QJsonObject metadata = it.value().toObject();
            for (auto entry = metadata.begin(); entry != metadata.end(); ++entry)
                result.metadata[entry.key()] = entry.value().toString();
            continue;
        }
        auto tensor = readEntry(name, it.key(), it.value().toObject(), data, extents);
        if (!tensor.isOk())
            return std::move(tensor).error();
        result.tensors.emplace(it.key(), std::move(tensor).value());
    }
    if (covered(extents) != data.size())
        return damaged(name, text("the file's length and its tensors disagree"));
    return result;
}

QByteArray SafeTensors::serialise() const
{
    QJsonObject header;
    QByteArray data;
    for (const auto &[key, tensor] : tensors) {
        QJsonArray shape;
        for (const auto size : tensor.shape)
            shape.append(qint64(size));
        const qint64 begin = data.size();
        data.append(reinterpret_cast<const char *>(tensor.values.data()),
                    qsizetype(tensor.values.size() * sizeof(float)));
        header[key] = QJsonObject{{QStringLiteral("dtype"), QStringLiteral("F32")},
                                  {QStringLiteral("shape"), shape},
                                  {QStringLiteral("data_offsets"), QJsonArray{begin, qint64(data.size())}}};
    }
    QJsonObject notes;
    for (const auto &[key, value] : metadata)
        notes[key] = value;
    if (!notes.isEmpty())
        header[QStringLiteral("__metadata__")] = notes;
    QByteArray json = QJsonDocument(header).toJson(QJsonDocument::Compact);
    // The format wants the data aligned to 8 bytes; blanks may follow the JSON.
    json.append(QByteArray((8 - json.size() % 8) % 8, ' '));
    QByteArray bytes(8, '\0');
    qToLittleEndian(quint64(json.size()), bytes.data());
    return bytes + json + data;
}

Result<void> SafeTensors::save(const QString &path) const
{
    QSaveFile file(path);
    const QByteArray bytes = serialise();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error::io(path, text("The weights cannot be written"), file.errorString(),
                         text("Check the free space and the permissions of the folder."));
    return {};
}

} // namespace WhiteBox
