// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/jacobianfile.h"
#include "tests/support/referencenet.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace WhiteBox;
using namespace WhiteBox::Test;

class TestJacobianFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileHoldsEveryWindowInOrder();
    void halfPrecisionIsHalfTheSize();
    void streamCanBeginAnywhere();
    void stoppedExportLeavesNoFile();

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QStringLiteral("jacobian.npy")); }
};

namespace {

constexpr int kLength = 6;

Jacobian jacobianOf()
{
    auto network = ConvNet::fromLayers(randomLayers({441, 5, 4}, {3, 3}, 9));
    auto explainer = Explainer::create(std::make_shared<const ConvNet>(std::move(network).value()),
                                       InputStack::fromDense(kLength, randomDense(kLength, 4)));
    return Jacobian(std::move(explainer).value(), 3, AttributionMethod::Guided);
}

} // namespace

void TestJacobianFile::fileHoldsEveryWindowInOrder()
{
    const Jacobian jacobian = jacobianOf();
    QVERIFY(writeJacobianNpy(path(), jacobian, NpyType::Float32, 3).isOk());
    const auto array = loadNpy(path());
    QVERIFY(array.isOk());
    QCOMPARE(array.value().shape, (std::vector<qint64>{6, 6, 21, 21, 5, 5}));
    QCOMPARE(double(array.value().data.size()), jacobian.bytes());
    const auto values = array.value().toFloats();
    const GradientWindow window = jacobian.window({4, 1});
    const std::size_t start = (4 * 6 + 1) * window.values.size();
    for (std::size_t n = 0; n < window.values.size(); ++n)
        QVERIFY(values[start + n] == window.values[n] ||
                (std::isnan(values[start + n]) && std::isnan(window.values[n])));
    QVERIFY(std::isnan(window.at(0, 0, 2, 0))); // residue 6 of 0..5
}

void TestJacobianFile::halfPrecisionIsHalfTheSize()
{
    const Jacobian jacobian = jacobianOf();
    QVERIFY(writeJacobianNpy(path(), jacobian, NpyType::Float16, 1).isOk());
    const auto array = loadNpy(path());
    QVERIFY(array.isOk());
    QCOMPARE(double(array.value().data.size()), jacobian.bytes() / 2);
}

void TestJacobianFile::streamCanBeginAnywhere()
{
    std::vector<ResiduePair> pairs;
    const auto note = [&](ResiduePair pair, std::span<const float>) {
        pairs.push_back(pair);
        return Result<void>();
    };
    QVERIFY(jacobianOf().stream(note, 2, {}, {}, {5, 4}).isOk());
    QCOMPARE(pairs, (std::vector<ResiduePair>{{5, 4}, {5, 5}}));
}

void TestJacobianFile::stoppedExportLeavesNoFile()
{
    QFile::remove(path());
    StopSource source;
    source.request_stop();
    const auto written = writeJacobianNpy(path(), jacobianOf(), NpyType::Float32, 2, source.get_token());
    QVERIFY(!written.isOk());
    QVERIFY(written.error().isCancelled());
    QVERIFY(!QFile::exists(path()));
}

QTEST_GUILESS_MAIN(TestJacobianFile)
#include "tst_jacobianfile.moc"
