// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/networkfile.h"
#include "core/network/safetensors.h"

#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;

class TestNetworkFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layersFollowTheirNumbers();
    void layersWithoutBiasHaveZeros();
    void foreignTensorsAreRefused_data();
    void foreignTensorsAreRefused();

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QStringLiteral("net.safetensors")); }
};

namespace {

NamedTensor filled(std::vector<std::int64_t> shape, float value)
{
    NamedTensor tensor{std::move(shape), {}};
    std::size_t count = 1;
    for (const std::int64_t extent : tensor.shape)
        count *= std::size_t(extent);
    tensor.values.assign(count, value);
    return tensor;
}

} // namespace

void TestNetworkFile::layersFollowTheirNumbers()
{
    // "10" comes after "3", though not in the alphabet.
    SafeTensors file;
    file.tensors[QStringLiteral("features.10.weight")] = filled({4, 5, 3, 3}, 3);
    file.tensors[QStringLiteral("features.10.bias")] = filled({4}, 0.5F);
    file.tensors[QStringLiteral("features.0.weight")] = filled({7, 441, 1, 1}, 1);
    file.tensors[QStringLiteral("features.0.bias")] = filled({7}, 0.25F);
    file.tensors[QStringLiteral("features.3.weight")] = filled({5, 7, 5, 5}, 2);
    file.tensors[QStringLiteral("features.3.bias")] = filled({5}, 0.75F);
    QVERIFY(file.save(path()).isOk());
    const auto network = loadNetwork(path());
    QVERIFY2(network.isOk(), network.isOk() ? "" : qPrintable(network.error().text()));
    QCOMPARE(network.value().layers().size(), std::size_t(3));
    QCOMPARE(network.value().layers()[1].weights.front(), 2.0F);
    QCOMPARE(network.value().layers()[2].bias, std::vector<float>(4, 0.5F));
    QCOMPARE(network.value().receptiveField(), 7);
}

void TestNetworkFile::layersWithoutBiasHaveZeros()
{
    SafeTensors file;
    file.tensors[QStringLiteral("conv1.weight")] = filled({2, 441, 3, 3}, 1);
    QVERIFY(file.save(path()).isOk());
    const auto network = loadNetwork(path());
    QVERIFY(network.isOk());
    QCOMPARE(network.value().layers()[0].bias, std::vector<float>(2, 0.0F));
}

void TestNetworkFile::foreignTensorsAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<int>>("shape");
    QTest::newRow("a matrix") << QStringLiteral("fc.weight") << QList<int>{4, 10};
    QTest::newRow("batch normalisation") << QStringLiteral("bn.running_mean") << QList<int>{4};
    QTest::newRow("an even kernel") << QStringLiteral("conv2.weight") << QList<int>{4, 2, 2, 2};
    QTest::newRow("an oblong kernel") << QStringLiteral("conv2.weight") << QList<int>{4, 2, 1, 3};
    QTest::newRow("other channels") << QStringLiteral("conv2.weight") << QList<int>{4, 3, 1, 1};
}

void TestNetworkFile::foreignTensorsAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QList<int>, shape);
    SafeTensors file;
    file.tensors[QStringLiteral("conv1.weight")] = filled({2, 441, 3, 3}, 1);
    file.tensors[name] = filled({shape.begin(), shape.end()}, 1);
    QVERIFY(file.save(path()).isOk());
    const auto network = loadNetwork(path());
    QVERIFY(!network.isOk());
    QCOMPARE(network.error().kind, ErrorKind::Mismatch);
    QCOMPARE(network.error().file, path());
}

QTEST_GUILESS_MAIN(TestNetworkFile)
#include "tst_networkfile.moc"
