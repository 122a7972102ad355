// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/arrayfile.h"

#include "core/export/csv.h"
#include "core/export/npy.h"
#include "core/export/textfile.h"
#include "core/store/hdf5file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <cstdio>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ArrayFile)
};

QString suffixOf(const QString &path)
{
    return QFileInfo(path).suffix().toLower();
}

bool isHdf5(const QString &path)
{
    return suffixOf(path) == QLatin1String("h5") || suffixOf(path) == QLatin1String("hdf5");
}

QString stemOf(const QString &path)
{
    return path.chopped(QFileInfo(path).suffix().size() + 1);
}

void writeAxis(const ArrayAxis &axis, Hdf5Writer &writer)
{
    const QString path = QStringLiteral("axes/") + axis.name;
    if (!axis.labels.isEmpty()) {
        writer.writeTexts(path, axis.labels);
        return;
    }
    std::vector<int> entries;
    for (qint64 n = 0; n < axis.extent; ++n)
        entries.push_back(int(axis.first + n));
    writer.write(path, {axis.extent}, entries, {axis.name});
}

Result<void> writeHdf5(const QString &path, const std::vector<NamedArray> &arrays,
                       const QJsonObject &description)
{
    const QString part = path + QStringLiteral(".part");
    {
        Hdf5Writer writer(part);
        QSet<QString> known;
        for (const NamedArray &array : arrays) {
            QStringList names;
            for (const ArrayAxis &axis : array.axes) {
                names << axis.name;
                if (!known.contains(axis.name))
                    writeAxis(axis, writer);
                known << axis.name;
            }
            const auto shape = array.shape();
            writer.write(array.name, Hdf5Shape(shape.begin(), shape.end()), array.values, names);
            writer.setAttribute(array.name, QStringLiteral("unit"), array.unit);
        }
        writer.writeText(QStringLiteral("description"),
                         QString::fromUtf8(QJsonDocument(description).toJson()));
        if (auto closed = writer.close(); !closed.isOk()) {
            QFile::remove(part);
            return closed;
        }
    }
    // Unlike QFile's, this renaming replaces what is there.
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) == 0)
        return {};
    QFile::remove(part);
    return Error::io(path, Text::tr("The file could not be written"), Text::tr("it could not be renamed"),
                     Text::tr("Check the permissions of the folder."));
}

Result<void> writeLongCsv(const QString &path, const NamedArray &array)
{
    QByteArray text;
    for (const ArrayAxis &axis : array.axes)
        text += csvField(axis.name) + ',';
    text += csvField(array.name) + '\n';
    for (std::size_t n = 0; n < array.values.size(); ++n) {
        auto rest = qint64(n);
        QByteArray labels;
        for (std::size_t a = array.axes.size(); a-- > 0; rest /= array.axes[a].extent)
            labels.prepend(csvField(array.axes[a].label(rest % array.axes[a].extent)) + ',');
        text += labels + csvNumber(array.values[n]) + '\n';
    }
    return writeTextFile(path, text);
}

} // namespace

QString ArrayAxis::label(qint64 index) const
{
    return labels.isEmpty() ? QString::number(first + index) : labels[index];
}

std::vector<qint64> NamedArray::shape() const
{
    std::vector<qint64> extents;
    for (const ArrayAxis &axis : axes)
        extents.push_back(axis.extent);
    return extents;
}

QJsonObject NamedArray::description() const
{
    QJsonArray extents;
    QJsonArray described;
    for (const ArrayAxis &axis : axes) {
        extents.append(axis.extent);
        QJsonObject one{{QStringLiteral("name"), axis.name}};
        if (axis.labels.isEmpty()) {
            one.insert(QStringLiteral("from"), axis.first);
            one.insert(QStringLiteral("to"), axis.first + axis.extent - 1);
        } else {
            one.insert(QStringLiteral("labels"), QJsonArray::fromStringList(axis.labels));
        }
        described.append(one);
    }
    return {{QStringLiteral("name"), name},
            {QStringLiteral("unit"), unit},
            {QStringLiteral("shape"), extents},
            {QStringLiteral("axes"), described}};
}

Result<void> checkArraySuffix(const QString &path)
{
    if (isHdf5(path) || suffixOf(path) == QLatin1String("npy") || suffixOf(path) == QLatin1String("csv"))
        return {};
    return Error{ErrorKind::Unsupported, Text::tr("The format of the output is not known"),
                 Text::tr("its suffix is \"%1\"").arg(suffixOf(path)),
                 Text::tr("Name the file .npy, .h5 or .csv."), path};
}

QString descriptionPath(const QString &path)
{
    return suffixOf(path) == QLatin1String("npy") || suffixOf(path) == QLatin1String("csv")
               ? stemOf(path) + QStringLiteral(".json")
               : QString();
}

Result<QStringList> writeArrays(const QString &path, const std::vector<NamedArray> &arrays,
                                const QJsonObject &description)
{
    if (auto known = checkArraySuffix(path); !known.isOk())
        return std::move(known).error();
    QJsonObject described = description;
    QJsonArray contents;
    for (const NamedArray &array : arrays)
        contents.append(array.description());
    described.insert(QStringLiteral("arrays"), contents);
    if (isHdf5(path)) {
        if (auto written = writeHdf5(path, arrays, described); !written.isOk())
            return std::move(written).error();
        return QStringList{path};
    }
    QStringList files;
    const QString stem = stemOf(path);
    for (const NamedArray &array : arrays) {
        const QString file = arrays.size() == 1 ? path : stem + u'.' + array.name + u'.' + suffixOf(path);
        auto written = suffixOf(path) == QLatin1String("npy") ? writeNpy(file, array.values, array.shape())
                                                              : writeLongCsv(file, array);
        if (!written.isOk())
            return std::move(written).error();
        files << file;
    }
    files << descriptionPath(path);
    if (auto written = writeTextFile(files.last(), QJsonDocument(described).toJson()); !written.isOk())
        return std::move(written).error();
    return files;
}

} // namespace WhiteBox
