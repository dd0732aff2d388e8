using System.Runtime.CompilerServices;
using Spark.Understanding.Intents.Features;
using Spark.Understanding.Intents.Models;

namespace Spark.Understanding.Intents.Training;

/// <summary>
/// Trains a network with one hidden layer of rectified units by stochastic gradient descent on cross entropy. In each step a part of the
/// features and of the hidden units is left out at random, so that no few n-grams carry an intent alone. Runs on one thread; the same
/// arguments give the same weights.
/// </summary>
internal sealed class NetworkTraining
{
    // So sure of its example, the network has nothing more to learn from it in this step.
    private const float Enough = 0.995f;

    private readonly SparseRows _rows;
    private readonly int[] _labels;
    private readonly ClassifierSettings _settings;
    private readonly SeededGenerator _random;
    private readonly WeightMatrix _input;
    private readonly WeightMatrix _output;
    private readonly float[] _biases;
    private readonly float[] _scores;
    private readonly float[] _hidden;
    private readonly float[] _pull;
    private readonly int[] _units;
    private readonly float[] _activations;
    private readonly SparseBuffer _kept = new();

    /// <param name="rows">The examples.</param>
    /// <param name="labels">The class of each.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="settings">How to train.</param>
    /// <param name="seed">What chance starts from.</param>
    public NetworkTraining(SparseRows rows, int[] labels, int features, int classes, ClassifierSettings settings, ulong seed)
    {
        _rows = rows;
        _labels = labels;
        _settings = settings;
        _random = new SeededGenerator(seed);
        _input = new WeightMatrix(features, settings.HiddenUnits);
        _output = new WeightMatrix(settings.HiddenUnits, classes);
        _biases = new float[_output.Stride];
        _scores = new float[_output.Stride];
        _hidden = new float[_input.Stride];
        _pull = new float[_input.Stride];
        _units = new int[settings.HiddenUnits];
        _activations = new float[settings.HiddenUnits];
        _input.Randomize(_random, settings.InitialWeight);
        _output.Randomize(_random, 1 / MathF.Sqrt(settings.HiddenUnits));
    }

    /// <summary>Starts from the weights of a network that was trained before.</summary>
    public void Resume(HiddenNetwork network, ReadOnlySpan<int> placesBefore, ReadOnlySpan<int> classesBefore)
    {
        for (int feature = 0; feature < placesBefore.Length; feature++)
        {
            for (int unit = 0; placesBefore[feature] >= 0 && unit < _input.Classes; unit++)
            {
                _input[feature, unit] = network.Input.At(placesBefore[feature], unit);
            }
        }

        for (int label = 0; label < classesBefore.Length; label++)
        {
            for (int unit = 0; classesBefore[label] >= 0 && unit < _output.Features; unit++)
            {
                _output[unit, label] = network.Output.At(unit, classesBefore[label]);
                _biases[label] = network.Biases[classesBefore[label]];
            }
        }
    }

    public HiddenNetwork Train(int passes)
    {
        var order = new int[_labels.Length];
        for (int row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        long steps = (long)passes * order.Length;
        long step = 0;
        for (int pass = 0; pass < passes; pass++)
        {
            _random.Shuffle(order);
            foreach (int row in order)
            {
                float rate = _settings.Rate * (1 - ((float)step++ / steps));
                Learn(Thin(row), rate);
            }
        }

        return new(QuantizedMatrix.Of(_input), QuantizedMatrix.Of(_output), _biases.AsSpan(0, _output.Classes).ToArray());
    }

    private int Thin(int row)
    {
        _kept.Clear();
        _kept.AddSome(_rows, row, _random, 1 - _settings.FeatureDropout, 1 / (1 - _settings.FeatureDropout));
        return _labels[row];
    }

    private void Learn(int label, float rate)
    {
        int active = Activate();
        ReadOnlySpan<int> units = _units.AsSpan(0, active);
        ReadOnlySpan<float> activations = _activations.AsSpan(0, active);
        _output.Score(units, activations, _scores);
        int classes = _output.Classes;
        for (int index = 0; index < classes; index++)
        {
            _scores[index] += _biases[index];
        }

        Probabilities.Of(_scores.AsSpan(0, classes));
        if (_scores[label] > Enough)
        {
            return;
        }

        SetErrors(label, rate);
        SetPulls(units);
        for (int index = 0; index < classes; index++)
        {
            _scores[index] *= _settings.OutputRate;
            _biases[index] += _scores[index];
        }

        _output.Add(units, activations, _scores);
        _input.Add(_kept.Places, _kept.Values, _pull);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Activate()
    {
        _input.Score(_kept.Places, _kept.Values, _hidden);
        uint keep = (uint)((1 - _settings.HiddenDropout) * 65536);
        float scale = 1 / (1 - _settings.HiddenDropout);
        int active = 0;
        for (int unit = 0; unit < _units.Length; unit++)
        {
            if (_hidden[unit] > 0 && (_random.Next() & 0xFFFF) < keep)
            {
                _units[active] = unit;
                _activations[active++] = _hidden[unit] * scale;
            }
        }

        return active;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SetErrors(int label, float rate)
    {
        int classes = _output.Classes;
        float rest = _settings.Smoothing / classes;
        for (int index = 0; index < classes; index++)
        {
            float wanted = index == label ? rest + 1 - _settings.Smoothing : rest;
            _scores[index] = rate * (wanted - _scores[index]);
        }

        _scores.AsSpan(classes).Clear();
    }

    private void SetPulls(ReadOnlySpan<int> units)
    {
        Array.Clear(_pull);
        float scale = 1 / (1 - _settings.HiddenDropout);
        foreach (int unit in units)
        {
            _pull[unit] = _output.Dot(unit, _scores) * scale;
        }
    }
}
