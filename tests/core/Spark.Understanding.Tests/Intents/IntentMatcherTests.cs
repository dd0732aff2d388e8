using Spark.Understanding.Intents;
using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Intents;

public sealed class IntentMatcherTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static readonly SlotVariable[] Variables = [new() { Name = "account", Type = "email" }];

    private readonly IntentMatcher _matcher = Build(new Dictionary<string, double>());

    [Fact]
    public void An_example_is_certain_and_brings_its_value()
    {
        var match = _matcher.Match("Unlock jo@acme.com please", "en", Now).ShouldNotBeNull();
        match.Intent.ShouldBe("password");
        match.Score.ShouldBe(1);
        match.Slots["account"].Text.ShouldBe("jo@acme.com");
    }

    [Theory]
    [InlineData("reset my pasword")]
    [InlineData("reset my passwrod")]
    public void An_example_with_a_word_misspelt_is_nearly_certain(string text)
    {
        var match = _matcher.Match(text, "en", Now).ShouldNotBeNull();
        match.Intent.ShouldBe("password");
        match.Score.ShouldBe(0.99);
    }

    [Fact]
    public void Each_language_has_a_classifier_of_its_own()
    {
        _matcher.Models.Keys.ShouldBe(["en", "nl"], ignoreOrder: true);
        _matcher.Match("mijn wachtwoord werkt niet meer", "nl", Now).ShouldNotBeNull().Intent.ShouldBe("password");
        _matcher.Match("mijn printer print niet meer", "nl-BE", Now).ShouldNotBeNull().Intent.ShouldBe("printer");
        _matcher.Match("mon mot de passe", "fr", Now).ShouldBeNull();
    }

    [Fact]
    public void A_text_between_two_intents_has_a_rival()
    {
        IntentExamples[] twins =
        [
            new("printer", "en", ["my printer is broken", "the printer does not work", "there is a problem with the printer"]),
            new("scanner", "en", ["my scanner is broken", "the scanner does not work", "there is a problem with the scanner"]),
            new("human", "en", ["I want to talk to a person", "get me an agent", "can I speak to somebody"]),
        ];
        var matcher = new IntentMatcher(
            ExactIntentMatcher.Build(twins, []), LanguageModels.Train(twins, new Dictionary<string, double>(), new Dictionary<string, Vocabulary>(), new ClassifierCache()));
        var match = matcher.Match("there is a problem, it does not work", "en", Now).ShouldNotBeNull();
        new[] { match.Intent, match.Rival }.ShouldBe(["printer", "scanner"], ignoreOrder: true);
        matcher.Match("the printer is broken", "en", Now).ShouldNotBeNull().Rival.ShouldBeNull();
        matcher.Match("will it rain tomorrow", "en", Now).ShouldBeNull();
    }

    [Fact]
    public void The_threshold_of_a_language_decides_what_counts()
    {
        const string Text = "my prints look odd lately, who knows why that may be";
        _matcher.Match(Text, "en", Now)?.Intent.ShouldBe("printer");
        Build(new Dictionary<string, double> { ["en"] = 1 }).Match(Text, "en", Now).ShouldBeNull();
        Build(new Dictionary<string, double> { [""] = 0 }).Match(Text, "en", Now).ShouldNotBeNull().Intent.ShouldBe("printer");
    }

    [Fact]
    public void Unchanged_examples_are_not_trained_again()
    {
        var cache = new ClassifierCache();
        var first = cache.GetOrTrain(SupportQuestions.English, ClassifierSettings.Default);
        cache.GetOrTrain([.. SupportQuestions.English], ClassifierSettings.Default).ShouldBeSameAs(first);
        cache.GetOrTrain([.. SupportQuestions.English, new("one more", "human")], ClassifierSettings.Default).ShouldNotBeSameAs(first);
    }

    [Fact]
    public void A_folder_keeps_models_beyond_the_process_and_a_broken_one_is_made_anew()
    {
        var folder = Directory.CreateTempSubdirectory("spark-models-").FullName;
        try
        {
            var first = new ClassifierCache { Folder = folder }.GetOrTrain(SupportQuestions.English, ClassifierSettings.Default);
            var file = Directory.GetFiles(folder).ShouldHaveSingleItem();
            var second = new ClassifierCache { Folder = folder }.GetOrTrain(SupportQuestions.English, ClassifierSettings.Default);
            second.Write().ShouldBe(first.Write());
            File.WriteAllText(file, "broken");
            new ClassifierCache { Folder = folder }.GetOrTrain(SupportQuestions.English, ClassifierSettings.Default).Write().ShouldBe(first.Write());
            File.ReadAllBytes(file).ShouldBe(first.Write());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_model_that_was_kept_elsewhere_is_taken_and_not_trained()
    {
        // Of other examples, so that it is seen which one answers.
        IReadOnlyList<TrainingExample> others = [.. SupportQuestions.English, new("a word more", "human")];
        var kept = IntentClassifier.Train(others, ClassifierSettings.Default).Write();
        var cache = new ClassifierCache();
        cache.Remember(ClassifierCache.KeyOf(SupportQuestions.English, ClassifierSettings.Default), kept);
        cache.GetOrTrain(SupportQuestions.English, ClassifierSettings.Default).Write().ShouldBe(kept);
    }

    [Fact]
    public void A_kept_model_that_cannot_be_read_is_trained_anew()
    {
        var cache = new ClassifierCache();
        cache.Remember(ClassifierCache.KeyOf(SupportQuestions.English, ClassifierSettings.Default), new byte[100]);
        cache.GetOrTrain(SupportQuestions.English, ClassifierSettings.Default).Classify("the printer is out of paper").ShouldNotBeNull();
    }

    [Fact]
    public void A_synonym_that_changes_an_example_makes_another_model_and_one_that_changes_none_does_not()
    {
        string[] KeysWith(params string[] group) =>
        [
            .. LanguageModels.Train(
                SupportQuestions.All,
                new Dictionary<string, double>(),
                new Dictionary<string, Vocabulary> { ["en"] = new(new WordGroups([group], [])) },
                new ClassifierCache()).Select(model => model.Key),
        ];
        KeysWith("printer", "plotter").ShouldBe(KeysWith("printer", "press"));
        KeysWith("printer", "toner").ShouldNotBe(KeysWith("printer", "plotter"));
    }

    private static IntentMatcher Build(IReadOnlyDictionary<string, double> thresholds) => new(
        ExactIntentMatcher.Build(SupportQuestions.All, Variables),
        LanguageModels.Train(SupportQuestions.All, thresholds, new Dictionary<string, Vocabulary>(), new ClassifierCache()));
}
