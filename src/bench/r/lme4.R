# What lme4 says about ratings: Rscript lme4.R RATINGS.csv > ANSWER.csv
# In: learner,rater,score. Out: kind,id,value,doubt; doubt is a standard error, given the variances.
suppressMessages(library(lme4))
data <- read.csv(commandArgs(trailingOnly = TRUE)[1])
data$learner <- factor(data$learner)
data$rater <- factor(data$rater)
fit <- lmer(score ~ 1 + (1 | learner) + (1 | rater), data, REML = TRUE,
            control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-9)))
line <- function(kind, id, value, doubt) cat(sprintf("%s,%s,%.9g,%.9g\n", kind, id, value, doubt), sep = "")
cat("kind,id,value,doubt\n")
line("mean", "", fixef(fit)[[1]], sqrt(vcov(fit)[1, 1]))
spread <- as.data.frame(VarCorr(fit))
for (i in seq_len(nrow(spread))) line("variance", spread$grp[i], spread$vcov[i], NA)
line("criterion", "", REMLcrit(fit), NA)
effects <- ranef(fit, condVar = TRUE)
for (kind in c("learner", "rater")) {
  effect <- effects[[kind]]
  line(kind, rownames(effect), effect[, 1], sqrt(attr(effect, "postVar")[1, 1, ]))
}
