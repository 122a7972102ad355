// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/filearrays.h"

#include "core/base/filenode.h"
#include "core/export/npy.h"
#include "core/store/hdf5file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace WhiteBox {

namespace {

constexpr qint64 kDescriptionLimit = qint64(16) << 20; ///< bytes of a JSON file beside an array

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileArrays)
};

std::vector<ArrayAxis> plainAxes(const std::vector<qint64> &shape)
{
    std::vector<ArrayAxis> axes;
    for (std::size_t k = 0; k < shape.size(); ++k)
        axes.push_back({Text::tr("axis %1").arg(k), shape[k], 0, {}});
    return axes;
}

/// What NamedArray::description() wrote, where it fits the shape.
bool describe(const QJsonObject &array, std::vector<ArrayAxis> &axes)
{
    const QJsonArray described = array.value(QLatin1String("axes")).toArray();
    if (described.size() != qsizetype(axes.size()))
        return false;
    std::vector<ArrayAxis> named = axes;
    for (std::size_t k = 0; k < named.size(); ++k) {
        const QJsonObject one = described[qsizetype(k)].toObject();
        named[k].name = one.value(QLatin1String("name")).toString();
        named[k].first = one.value(QLatin1String("from")).toInteger();
        for (const QJsonValue &label : one.value(QLatin1String("labels")).toArray())
            named[k].labels << label.toString();
        const qint64 extent = named[k].labels.isEmpty()
                                  ? one.value(QLatin1String("to")).toInteger() - named[k].first + 1
                                  : named[k].labels.size();
        if (extent != named[k].extent || named[k].name.isEmpty())
            return false;
    }
    axes = std::move(named);
    return true;
}

/// Names the axes from the description beside an NPY file, if there is one; the array's unit.
QString nameAxes(const QString &path, std::vector<ArrayAxis> &axes)
{
    const QFileInfo info(path);
    QFile file(info.path() + QLatin1Char('/') + info.completeBaseName().section(QLatin1Char('.'), 0, 0) +
               QStringLiteral(".json"));
    if (file.size() > kDescriptionLimit || !file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const QString name = info.completeBaseName().section(QLatin1Char('.'), 1);
    for (const QJsonValue &value : json.value(QLatin1String("arrays")).toArray()) {
        const QJsonObject array = value.toObject();
        if ((name.isEmpty() || array.value(QLatin1String("name")).toString() == name) &&
            describe(array, axes))
            return array.value(QLatin1String("unit")).toString();
    }
    return {};
}

/// The values stay in the file, mapped into memory.
class NpyFileArray : public ArraySource
{
public:
    NpyFileArray(const QString &path, QString unit, std::vector<ArrayAxis> axes, const NpyLayout &layout)
        : ArraySource(QFileInfo(path).fileName(), std::move(unit), std::move(axes))
        , m_file(path)
        , m_layout(layout)
    {}

    bool map()
    {
        return m_layout.dataSize == 0 ||
               (m_file.open(QIODevice::ReadOnly) &&
                (m_data = m_file.map(m_layout.dataStart, m_layout.dataSize)) != nullptr);
    }
    QString failure() const { return m_file.errorString(); }

    Result<std::vector<float>> read(const ArrayBlock &block, const StopToken &stop) const override
    {
        std::vector<float> values;
        values.reserve(std::size_t(countOf(block)));
        const qint64 size = npySize(m_layout.type);
        forEachRun(block, axes(), [&](qint64 offset, qint64 count) {
            const auto *from = reinterpret_cast<const char *>(m_data) + offset * size;
            const auto run = npyFloats({from, std::size_t(count * size)}, m_layout.type);
            values.insert(values.end(), run.begin(), run.end());
            return !stop.stop_requested();
        });
        if (stop.stop_requested())
            return Error::cancelled();
        return values;
    }

private:
    QFile m_file;
    NpyLayout m_layout;
    const uchar *m_data = nullptr;
};

class Hdf5FileArray : public ArraySource
{
public:
    Hdf5FileArray(QString path, const QString &dataset, QString unit, std::vector<ArrayAxis> axes)
        : ArraySource(QFileInfo(path).fileName() + QLatin1Char(':') + dataset, std::move(unit),
                      std::move(axes))
        , m_path(std::move(path))
        , m_dataset(dataset)
    {}

    Result<std::vector<float>> read(const ArrayBlock &block, const StopToken &) const override
    {
        Hdf5Reader reader(m_path);
        Hdf5Shape first;
        Hdf5Shape count;
        for (const ArrayRange &range : block) {
            first.push_back(range.first);
            count.push_back(range.count());
        }
        auto values = reader.slab(m_dataset, first, count);
        if (!reader.isOk())
            return reader.error();
        return values;
    }

private:
    QString m_path;
    QString m_dataset;
};

Result<std::shared_ptr<const ArraySource>> openNpy(const QString &path)
{
    const auto layout = loadNpyLayout(path);
    if (!layout.isOk())
        return layout.error();
    auto axes = plainAxes(layout.value().shape);
    const QString unit = nameAxes(path, axes);
    auto array = std::make_shared<NpyFileArray>(path, unit, std::move(axes), layout.value());
    if (!array->map())
        return Error::io(path, Text::tr("The array could not be read"), array->failure(),
                         Text::tr("Check the path and who may read it."));
    return std::shared_ptr<const ArraySource>(std::move(array));
}

std::vector<ArrayAxis> axesOf(Hdf5Reader &reader, const QString &dataset, const Hdf5Shape &shape)
{
    auto axes = plainAxes({shape.begin(), shape.end()});
    const QStringList names = reader.axisNames(dataset);
    for (std::size_t k = 0; k < axes.size() && names.size() == qsizetype(axes.size()); ++k) {
        if (names[qsizetype(k)].isEmpty())
            continue;
        axes[k].name = names[qsizetype(k)];
        const QStringList labels = reader.labels(QStringLiteral("axes/") + axes[k].name);
        if (labels.size() == axes[k].extent)
            axes[k].labels = labels;
    }
    return axes;
}

} // namespace

bool isArrayFile(const QString &path)
{
    QFile file(path);
    if (!whyNoFile(path).isEmpty() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(8);
    return head.startsWith("\x93NUMPY") || head == QByteArray("\x89HDF\r\n\x1a\n", 8);
}

Result<std::vector<std::shared_ptr<const ArraySource>>> openArrays(const QString &path)
{
    std::vector<std::shared_ptr<const ArraySource>> arrays;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && file.read(6) == "\x93NUMPY") {
        auto array = openNpy(path);
        if (!array.isOk())
            return std::move(array).error();
        arrays.push_back(std::move(array).value());
        return arrays;
    }
    Hdf5Reader reader(path);
    for (const QString &dataset : reader.numericDatasets())
        if (!dataset.startsWith(QLatin1String("axes/"))) {
            const Hdf5Shape shape = reader.shape(dataset);
            arrays.push_back(std::make_shared<Hdf5FileArray>(
                path, dataset, reader.textAttribute(dataset, QStringLiteral("unit")),
                axesOf(reader, dataset, shape)));
        }
    if (!reader.isOk())
        return reader.error();
    if (arrays.empty())
        return Error{ErrorKind::Unsupported, Text::tr("The file has no array to show"),
                     Text::tr("it holds no dataset of numbers"), Text::tr("Choose another HDF5 or NPY file."),
                     path};
    return arrays;
}

Result<std::vector<std::shared_ptr<const ArraySource>>> openArrays(const QStringList &paths)
{
    std::vector<std::shared_ptr<const ArraySource>> all;
    for (const QString &path : paths) {
        auto arrays = openArrays(path);
        if (!arrays.isOk())
            return std::move(arrays).error();
        all.insert(all.end(), arrays.value().begin(), arrays.value().end());
    }
    return all;
}

} // namespace WhiteBox
