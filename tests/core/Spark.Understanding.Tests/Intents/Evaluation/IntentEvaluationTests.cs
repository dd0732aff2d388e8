using Spark.Understanding.Intents;
using Spark.Understanding.Intents.Evaluation;
using Spark.Understanding.Tests.Support;

namespace Spark.Understanding.Tests.Intents.Evaluation;

public sealed class IntentEvaluationTests
{
    [Fact]
    public void An_example_in_the_wrong_intent_is_found_and_its_place_suggested()
    {
        TrainingExample[] examples = [.. SupportQuestions.English, new("the printer prints blank paper", "human")];
        var report = IntentEvaluation.Run(examples, ClassifierSettings.Default, 5, TestContext.Current.CancellationToken);
        var misplaced = report.Misplaced.ShouldHaveSingleItem();
        misplaced.Text.ShouldBe("the printer prints blank paper");
        misplaced.Suggested.ShouldBe("printer");
        misplaced.Nearest.ShouldNotBeNull().ShouldContain("print");
    }

    [Fact]
    public void Every_intent_has_its_figures_and_the_weakest_comes_first()
    {
        var report = IntentEvaluation.Run(SupportQuestions.English, ClassifierSettings.Default, 5, TestContext.Current.CancellationToken);
        report.Examples.ShouldBe(SupportQuestions.English.Count);
        report.Intents.Select(score => score.Intent).ShouldBe(["password", "printer", "wifi", "human"], ignoreOrder: true);
        report.Intents.Select(score => Math.Min(score.Precision, score.Recall)).ShouldBeInOrder();
        report.Accuracy.ShouldBeInRange(0.3, 1);
        report.Confusions.Sum(confusion => confusion.Count).ShouldBeLessThanOrEqualTo(report.Examples);
    }

    [Fact]
    public void One_intent_cannot_be_evaluated() => Should.Throw<ArgumentException>(
        () => IntentEvaluation.Run([new("a", "x"), new("b", "x")], ClassifierSettings.Default, 2, TestContext.Current.CancellationToken));
}
