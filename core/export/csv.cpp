// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/csv.h"

#include "core/export/textfile.h"

#include <QtGlobal>

#include <charconv>
#include <cmath>

namespace WhiteBox {

namespace {

/// What spreadsheets would compute: all that begins like a formula but numbers and the gap's name.
bool isFormula(const QByteArray &field)
{
    if (field.startsWith('=') || field.startsWith('@') || field.startsWith('\t') || field.startsWith('\r'))
        return true;
    if ((!field.startsWith('+') && !field.startsWith('-')) || field == "-")
        return false;
    bool isNumber = false;
    return !std::isfinite(field.toDouble(&isNumber)) || !isNumber;
}

} // namespace

QByteArray csvField(const QString &text)
{
    QByteArray field = text.toUtf8();
    if (isFormula(field))
        field.prepend('\'');
    if (field.contains(',') || field.contains('"') || field.contains('\n') || field.contains('\r')) {
        field.replace("\"", "\"\"");
        return '"' + field + '"';
    }
    return field;
}

QByteArray csvNumber(float value)
{
    if (std::isnan(value))
        return {};
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return QByteArray(text, end - text);
}

Result<void> writeDistancesCsv(const QString &path, const DistanceMap &map, std::string_view sequence,
                               const QStringList &channels)
{
    Q_ASSERT(channels.size() == map.channels());
    QByteArray text = "i,j,residue_i,residue_j";
    for (const QString &channel : channels)
        text += ',' + csvField(channel);
    text += '\n';
    const auto letter = [sequence](int i) {
        return i < int(sequence.size()) ? sequence[std::size_t(i)] : 'X';
    };
    for (int i = 0; i < map.length(); ++i)
        for (int j = i + 1; j < map.length(); ++j) {
            text += QByteArray::number(i + 1) + ',' + QByteArray::number(j + 1) + ',' + letter(i) + ',' +
                    letter(j);
            for (int channel = 0; channel < map.channels(); ++channel)
                text += ',' + csvNumber(map.at(channel, i, j));
            text += '\n';
        }
    return writeTextFile(path, text);
}

Result<void> writeMatrixCsv(const QString &path, std::span<const float> values, const QStringList &rows,
                            const QStringList &columns)
{
    Q_ASSERT(qsizetype(values.size()) == rows.size() * columns.size());
    QByteArray text;
    for (const QString &column : columns)
        text += ',' + csvField(column);
    text += '\n';
    const float *value = values.data();
    for (const QString &row : rows) {
        text += csvField(row);
        for (qsizetype column = 0; column < columns.size(); ++column)
            text += ',' + csvNumber(*value++);
        text += '\n';
    }
    return writeTextFile(path, text);
}

} // namespace WhiteBox
